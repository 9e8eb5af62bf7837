/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0

   A new file needs two lines here: its bytes and its name. */
#include "cdata.h"

#pragma clang diagnostic ignored "-Wc23-extensions" /* #embed */

static const uint8_t ar_stopwords_txt[] = {
#embed "../BreveText/Languages/ar.stopwords.txt"
};
static const uint8_t ar_txt[] = {
#embed "../BreveText/Languages/ar.txt"
};
static const uint8_t bg_stopwords_txt[] = {
#embed "../BreveText/Languages/bg.stopwords.txt"
};
static const uint8_t bg_txt[] = {
#embed "../BreveText/Languages/bg.txt"
};
static const uint8_t bn_stopwords_txt[] = {
#embed "../BreveText/Languages/bn.stopwords.txt"
};
static const uint8_t cs_stopwords_txt[] = {
#embed "../BreveText/Languages/cs.stopwords.txt"
};
static const uint8_t cs_txt[] = {
#embed "../BreveText/Languages/cs.txt"
};
static const uint8_t da_stopwords_txt[] = {
#embed "../BreveText/Languages/da.stopwords.txt"
};
static const uint8_t da_txt[] = {
#embed "../BreveText/Languages/da.txt"
};
static const uint8_t de_stopwords_txt[] = {
#embed "../BreveText/Languages/de.stopwords.txt"
};
static const uint8_t de_txt[] = {
#embed "../BreveText/Languages/de.txt"
};
static const uint8_t el_stopwords_txt[] = {
#embed "../BreveText/Languages/el.stopwords.txt"
};
static const uint8_t el_txt[] = {
#embed "../BreveText/Languages/el.txt"
};
static const uint8_t en_checks_txt[] = {
#embed "../BreveText/Languages/en.checks.txt"
};
static const uint8_t en_coherence_txt[] = {
#embed "../BreveText/Languages/en.coherence.txt"
};
static const uint8_t en_roles_txt[] = {
#embed "../BreveText/Languages/en.roles.txt"
};
static const uint8_t en_stopwords_txt[] = {
#embed "../BreveText/Languages/en.stopwords.txt"
};
static const uint8_t en_txt[] = {
#embed "../BreveText/Languages/en.txt"
};
static const uint8_t es_stopwords_txt[] = {
#embed "../BreveText/Languages/es.stopwords.txt"
};
static const uint8_t es_txt[] = {
#embed "../BreveText/Languages/es.txt"
};
static const uint8_t fa_stopwords_txt[] = {
#embed "../BreveText/Languages/fa.stopwords.txt"
};
static const uint8_t fa_txt[] = {
#embed "../BreveText/Languages/fa.txt"
};
static const uint8_t fi_stopwords_txt[] = {
#embed "../BreveText/Languages/fi.stopwords.txt"
};
static const uint8_t fi_txt[] = {
#embed "../BreveText/Languages/fi.txt"
};
static const uint8_t fr_checks_txt[] = {
#embed "../BreveText/Languages/fr.checks.txt"
};
static const uint8_t fr_coherence_txt[] = {
#embed "../BreveText/Languages/fr.coherence.txt"
};
static const uint8_t fr_repairs_txt[] = {
#embed "../BreveText/Languages/fr.repairs.txt"
};
static const uint8_t fr_roles_txt[] = {
#embed "../BreveText/Languages/fr.roles.txt"
};
static const uint8_t fr_stems_txt[] = {
#embed "../BreveText/Languages/fr.stems.txt"
};
static const uint8_t fr_stopwords_txt[] = {
#embed "../BreveText/Languages/fr.stopwords.txt"
};
static const uint8_t fr_txt[] = {
#embed "../BreveText/Languages/fr.txt"
};
static const uint8_t ha_stopwords_txt[] = {
#embed "../BreveText/Languages/ha.stopwords.txt"
};
static const uint8_t hi_stopwords_txt[] = {
#embed "../BreveText/Languages/hi.stopwords.txt"
};
static const uint8_t hi_txt[] = {
#embed "../BreveText/Languages/hi.txt"
};
static const uint8_t hu_stopwords_txt[] = {
#embed "../BreveText/Languages/hu.stopwords.txt"
};
static const uint8_t hu_txt[] = {
#embed "../BreveText/Languages/hu.txt"
};
static const uint8_t hy_txt[] = {
#embed "../BreveText/Languages/hy.txt"
};
static const uint8_t it_stopwords_txt[] = {
#embed "../BreveText/Languages/it.stopwords.txt"
};
static const uint8_t it_txt[] = {
#embed "../BreveText/Languages/it.txt"
};
static const uint8_t ja_txt[] = {
#embed "../BreveText/Languages/ja.txt"
};
static const uint8_t ko_stopwords_txt[] = {
#embed "../BreveText/Languages/ko.stopwords.txt"
};
static const uint8_t ko_txt[] = {
#embed "../BreveText/Languages/ko.txt"
};
static const uint8_t nb_stopwords_txt[] = {
#embed "../BreveText/Languages/nb.stopwords.txt"
};
static const uint8_t nb_txt[] = {
#embed "../BreveText/Languages/nb.txt"
};
static const uint8_t nl_stopwords_txt[] = {
#embed "../BreveText/Languages/nl.stopwords.txt"
};
static const uint8_t nl_txt[] = {
#embed "../BreveText/Languages/nl.txt"
};
static const uint8_t pl_stopwords_txt[] = {
#embed "../BreveText/Languages/pl.stopwords.txt"
};
static const uint8_t pl_txt[] = {
#embed "../BreveText/Languages/pl.txt"
};
static const uint8_t pt_stopwords_txt[] = {
#embed "../BreveText/Languages/pt.stopwords.txt"
};
static const uint8_t pt_txt[] = {
#embed "../BreveText/Languages/pt.txt"
};
static const uint8_t ro_stopwords_txt[] = {
#embed "../BreveText/Languages/ro.stopwords.txt"
};
static const uint8_t ro_txt[] = {
#embed "../BreveText/Languages/ro.txt"
};
static const uint8_t ru_stopwords_txt[] = {
#embed "../BreveText/Languages/ru.stopwords.txt"
};
static const uint8_t ru_txt[] = {
#embed "../BreveText/Languages/ru.txt"
};
static const uint8_t sk_stopwords_txt[] = {
#embed "../BreveText/Languages/sk.stopwords.txt"
};
static const uint8_t sk_txt[] = {
#embed "../BreveText/Languages/sk.txt"
};
static const uint8_t sv_stopwords_txt[] = {
#embed "../BreveText/Languages/sv.stopwords.txt"
};
static const uint8_t sv_txt[] = {
#embed "../BreveText/Languages/sv.txt"
};
static const uint8_t sw_stopwords_txt[] = {
#embed "../BreveText/Languages/sw.stopwords.txt"
};
static const uint8_t tr_stopwords_txt[] = {
#embed "../BreveText/Languages/tr.stopwords.txt"
};
static const uint8_t tr_txt[] = {
#embed "../BreveText/Languages/tr.txt"
};
static const uint8_t uk_stopwords_txt[] = {
#embed "../BreveText/Languages/uk.stopwords.txt"
};
static const uint8_t uk_txt[] = {
#embed "../BreveText/Languages/uk.txt"
};
static const uint8_t und_quality_txt[] = {
#embed "../BreveText/Languages/und.quality.txt"
};
static const uint8_t und_roles_txt[] = {
#embed "../BreveText/Languages/und.roles.txt"
};
static const uint8_t vi_stopwords_txt[] = {
#embed "../BreveText/Languages/vi.stopwords.txt"
};
static const uint8_t vi_txt[] = {
#embed "../BreveText/Languages/vi.txt"
};
static const uint8_t zh_txt[] = {
#embed "../BreveText/Languages/zh.txt"
};
static const uint8_t fused_weights_txt[] = {
#embed "../BreveRanking/Weights/fused.weights.txt"
};
static const uint8_t fr_frequencies_txt[] = {
#embed "../BreveTerms/Frequencies/fr.frequencies.txt"
};
static const uint8_t bilingual_schema_json[] = {
#embed "../Breve/Schemas/bilingual.schema.json"
};
static const uint8_t brief_schema_json[] = {
#embed "../Breve/Schemas/brief.schema.json"
};
static const uint8_t glossary_verification_schema_json[] = {
#embed "../Breve/Schemas/glossary-verification.schema.json"
};
static const uint8_t glossary_candidates_schema_json[] = {
#embed "../Breve/Schemas/glossary-candidates.schema.json"
};
static const uint8_t glossary_matches_schema_json[] = {
#embed "../Breve/Schemas/glossary-matches.schema.json"
};
static const uint8_t memory_analysis_schema_json[] = {
#embed "../Breve/Schemas/memory-analysis.schema.json"
};
static const uint8_t memory_check_schema_json[] = {
#embed "../Breve/Schemas/memory-check.schema.json"
};
static const uint8_t memory_concordance_schema_json[] = {
#embed "../Breve/Schemas/memory-concordance.schema.json"
};
static const uint8_t memory_matches_schema_json[] = {
#embed "../Breve/Schemas/memory-matches.schema.json"
};
static const uint8_t segments_schema_json[] = {
#embed "../Breve/Schemas/segments.schema.json"
};
static const uint8_t glossary_fr_en_tsv[] = {
#embed "../../Glossary/fr-en.tsv"
};
static const uint8_t glossary_domains_tsv[] = {
#embed "../../Glossary/domains.tsv"
};
static const uint8_t glossary_readme_md[] = {
#embed "../../Glossary/README.md"
};
static const uint8_t glossary_provenance_md[] = {
#embed "../../Glossary/PROVENANCE.md"
};

#define FILE(name, bytes) {name, bytes, sizeof bytes}
static const bdata_file files[] = {
    FILE("ar.stopwords.txt", ar_stopwords_txt),
    FILE("ar.txt", ar_txt),
    FILE("bg.stopwords.txt", bg_stopwords_txt),
    FILE("bg.txt", bg_txt),
    FILE("bn.stopwords.txt", bn_stopwords_txt),
    FILE("cs.stopwords.txt", cs_stopwords_txt),
    FILE("cs.txt", cs_txt),
    FILE("da.stopwords.txt", da_stopwords_txt),
    FILE("da.txt", da_txt),
    FILE("de.stopwords.txt", de_stopwords_txt),
    FILE("de.txt", de_txt),
    FILE("el.stopwords.txt", el_stopwords_txt),
    FILE("el.txt", el_txt),
    FILE("en.checks.txt", en_checks_txt),
    FILE("en.coherence.txt", en_coherence_txt),
    FILE("en.roles.txt", en_roles_txt),
    FILE("en.stopwords.txt", en_stopwords_txt),
    FILE("en.txt", en_txt),
    FILE("es.stopwords.txt", es_stopwords_txt),
    FILE("es.txt", es_txt),
    FILE("fa.stopwords.txt", fa_stopwords_txt),
    FILE("fa.txt", fa_txt),
    FILE("fi.stopwords.txt", fi_stopwords_txt),
    FILE("fi.txt", fi_txt),
    FILE("fr.checks.txt", fr_checks_txt),
    FILE("fr.coherence.txt", fr_coherence_txt),
    FILE("fr.repairs.txt", fr_repairs_txt),
    FILE("fr.roles.txt", fr_roles_txt),
    FILE("fr.stems.txt", fr_stems_txt),
    FILE("fr.stopwords.txt", fr_stopwords_txt),
    FILE("fr.txt", fr_txt),
    FILE("ha.stopwords.txt", ha_stopwords_txt),
    FILE("hi.stopwords.txt", hi_stopwords_txt),
    FILE("hi.txt", hi_txt),
    FILE("hu.stopwords.txt", hu_stopwords_txt),
    FILE("hu.txt", hu_txt),
    FILE("hy.txt", hy_txt),
    FILE("it.stopwords.txt", it_stopwords_txt),
    FILE("it.txt", it_txt),
    FILE("ja.txt", ja_txt),
    FILE("ko.stopwords.txt", ko_stopwords_txt),
    FILE("ko.txt", ko_txt),
    FILE("nb.stopwords.txt", nb_stopwords_txt),
    FILE("nb.txt", nb_txt),
    FILE("nl.stopwords.txt", nl_stopwords_txt),
    FILE("nl.txt", nl_txt),
    FILE("pl.stopwords.txt", pl_stopwords_txt),
    FILE("pl.txt", pl_txt),
    FILE("pt.stopwords.txt", pt_stopwords_txt),
    FILE("pt.txt", pt_txt),
    FILE("ro.stopwords.txt", ro_stopwords_txt),
    FILE("ro.txt", ro_txt),
    FILE("ru.stopwords.txt", ru_stopwords_txt),
    FILE("ru.txt", ru_txt),
    FILE("sk.stopwords.txt", sk_stopwords_txt),
    FILE("sk.txt", sk_txt),
    FILE("sv.stopwords.txt", sv_stopwords_txt),
    FILE("sv.txt", sv_txt),
    FILE("sw.stopwords.txt", sw_stopwords_txt),
    FILE("tr.stopwords.txt", tr_stopwords_txt),
    FILE("tr.txt", tr_txt),
    FILE("uk.stopwords.txt", uk_stopwords_txt),
    FILE("uk.txt", uk_txt),
    FILE("und.quality.txt", und_quality_txt),
    FILE("und.roles.txt", und_roles_txt),
    FILE("vi.stopwords.txt", vi_stopwords_txt),
    FILE("vi.txt", vi_txt),
    FILE("zh.txt", zh_txt),
    FILE("fused.weights.txt", fused_weights_txt),
    FILE("Frequencies/fr.frequencies.txt", fr_frequencies_txt),
    FILE("bilingual.schema.json", bilingual_schema_json),
    FILE("brief.schema.json", brief_schema_json),
    FILE("glossary-verification.schema.json", glossary_verification_schema_json),
    FILE("glossary-candidates.schema.json", glossary_candidates_schema_json),
    FILE("glossary-matches.schema.json", glossary_matches_schema_json),
    FILE("memory-analysis.schema.json", memory_analysis_schema_json),
    FILE("memory-check.schema.json", memory_check_schema_json),
    FILE("memory-concordance.schema.json", memory_concordance_schema_json),
    FILE("memory-matches.schema.json", memory_matches_schema_json),
    FILE("segments.schema.json", segments_schema_json),
    FILE("Glossary/fr-en.tsv", glossary_fr_en_tsv),
    FILE("Glossary/domains.tsv", glossary_domains_tsv),
    FILE("Glossary/README.md", glossary_readme_md),
    FILE("Glossary/PROVENANCE.md", glossary_provenance_md),
};

const bdata_file *bdata_at(size_t index) { return index < sizeof files / sizeof *files ? &files[index] : NULL; }
