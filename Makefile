# make brief   set-up, release build, briefs of all of seeds/ into Reports/briefs/, Glossary/fr-en.tbx
# make test    set-up, the quick tests, then the slow ones (kills, readers beside a writer)
# make bench   figures of this machine
# make install binary, manual page and completions below PREFIX (/usr/local)
# make format  rewrites the sources as .swift-format wants them

SHELL := /bin/bash
PACKAGES := libicu-dev nettle-dev libcld2-dev libhunspell-dev hunspell-fr hunspell-en-gb libstemmer-dev libxml2-dev libcurl4-openssl-dev zlib1g-dev liblzma-dev libsqlite3-dev
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PREFIX ?= /usr/local
BREVE := .build/release/breve
OURS := --glossary Glossary/fr-en.tsv --memory Glossary/memory/seeds.fr-en.tmx

.PHONY: brief test bench format lint setup build install clean

brief: build
	$(BREVE) brief seeds/ --glossary Glossary/fr-en.tsv --format markdown -o Reports/briefs
	$(BREVE) bilingual seeds/ $(OURS) --format markdown -o Reports/briefs
	$(BREVE) bilingual seeds/ $(OURS) --format html --index -o Reports/briefs
	$(BREVE) glossary export --to tbx --glossary Glossary/fr-en.tsv -o Glossary/fr-en.tbx

# The tests of engines wait for servers and processes: by themselves, so that no other test keeps them waiting.
test: setup
	swift test --skip BreveEnginesTests
	swift test --skip-build --filter BreveEnginesTests
	BREVE_SLOW=1 swift test --skip-build --filter Slow

bench: build
	.build/release/breve-bench run

# Installs only what is missing, and then says so.
setup:
	@missing=$$(for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${db:Status-Status}\n' $$package 2>/dev/null | grep -qx installed || echo $$package; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing" $$missing; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi
	@command -v swift >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install" >&2; exit 1; }

build: setup
	swift build -c release --product breve
	swift build -c release --product breve-bench

format:
	swift format -i -r Package.swift Sources Tests

lint:
	swift format lint --strict -r Package.swift Sources Tests

# The binary holds its data, and writes its own manual page and completions: nothing else of the checkout is needed.
install: build
	install -D -m 755 $(BREVE) $(DESTDIR)$(PREFIX)/bin/breve
	@set -e; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; share=$(DESTDIR)$(PREFIX)/share; \
	$(BREVE) manual > $$folder/breve.1; \
	install -D -m 644 $$folder/breve.1 $$share/man/man1/breve.1; \
	$(BREVE) --generate-completion-script bash > $$folder/bash; \
	install -D -m 644 $$folder/bash $$share/bash-completion/completions/breve; \
	$(BREVE) --generate-completion-script zsh > $$folder/zsh; \
	install -D -m 644 $$folder/zsh $$share/zsh/site-functions/_breve; \
	$(BREVE) --generate-completion-script fish > $$folder/fish; \
	install -D -m 644 $$folder/fish $$share/fish/vendor_completions.d/breve.fish; \
	echo "installed in $(DESTDIR)$(PREFIX): bin/breve, its manual page, completions for bash, zsh and fish"

clean:
	rm -rf .build
