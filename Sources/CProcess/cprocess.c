/* Breve: multilingual briefs.
   SPDX-License-Identifier: Apache-2.0 */
#define _GNU_SOURCE
#include "cprocess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* The watcher reads from descriptor 3, which ends when the parent closes it or dies, and then kills the group. It holds
   neither the output nor the errors open. The command does not see descriptor 3. */
static const char script[] =
    "{ read -r _; kill -9 0; } <&3 >/dev/null 2>&1 & exec 3<&-; eval \"$1\"";

/* A pipe whose ends are closed by exec and are none of the standard streams nor 3. */
static int open_pipe(int ends[2]) {
  int low[2];
  if (pipe2(low, O_CLOEXEC) != 0) return errno;
  int error = 0;
  for (int i = 0; i < 2; i++) {
    ends[i] = fcntl(low[i], F_DUPFD_CLOEXEC, 10);
    if (ends[i] < 0) error = errno;
    close(low[i]);
  }
  return error;
}

static void close_pipe(int ends[2]) {
  for (int i = 0; i < 2; i++)
    if (ends[i] >= 0) close(ends[i]);
}

int32_t bprocess_start(const char *command, struct bprocess *process) {
  int pipes[4][2] = {{-1, -1}, {-1, -1}, {-1, -1}, {-1, -1}};
  int error = 0;
  for (int i = 0; i < 4 && error == 0; i++) error = open_pipe(pipes[i]);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  if (error == 0) {
    error = posix_spawn_file_actions_init(&actions);
    if (error == 0) {
      error = posix_spawnattr_init(&attributes);
      if (error == 0) {
        posix_spawn_file_actions_adddup2(&actions, pipes[0][0], 0);
        posix_spawn_file_actions_adddup2(&actions, pipes[1][1], 1);
        posix_spawn_file_actions_adddup2(&actions, pipes[2][1], 2);
        posix_spawn_file_actions_adddup2(&actions, pipes[3][0], 3);
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                                  POSIX_SPAWN_SETSIGDEF);
        char *const arguments[] = {"sh", "-c", (char *)script, "sh", (char *)command, NULL};
        pid_t pid = 0;
        error = posix_spawn(&pid, "/bin/sh", &actions, &attributes, arguments, environ);
        process->pid = pid;
        posix_spawnattr_destroy(&attributes);
      }
      posix_spawn_file_actions_destroy(&actions);
    }
  }
  if (error != 0) {
    for (int i = 0; i < 4; i++) close_pipe(pipes[i]);
    return error;
  }
  close(pipes[0][0]);
  close(pipes[1][1]);
  close(pipes[2][1]);
  close(pipes[3][0]);
  process->input = pipes[0][1];
  process->output = pipes[1][0];
  process->errors = pipes[2][0];
  process->life = pipes[3][1];
  const int ours[] = {process->input, process->output, process->errors};
  for (int i = 0; i < 3; i++) fcntl(ours[i], F_SETFL, fcntl(ours[i], F_GETFL) | O_NONBLOCK);
  return 0;
}

int64_t bprocess_write(int32_t descriptor, const uint8_t *bytes, size_t count) {
  sigset_t pipe_signal, before, pending;
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  sigpending(&pending);
  int was_pending = sigismember(&pending, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  ssize_t written;
  do written = write(descriptor, bytes, count);
  while (written < 0 && errno == EINTR);
  int error = errno;
  if (written < 0 && error == EPIPE && !was_pending) {
    struct timespec now = {0, 0};
    while (sigtimedwait(&pipe_signal, NULL, &now) < 0 && errno == EINTR) {
    }
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (written >= 0) return written;
  return error == EAGAIN ? 0 : -1;
}

int64_t bprocess_read(int32_t descriptor, uint8_t *bytes, size_t count) {
  ssize_t result;
  do result = read(descriptor, bytes, count);
  while (result < 0 && errno == EINTR);
  if (result > 0) return result;
  return result < 0 && errno == EAGAIN ? 0 : -1;
}

void bprocess_wait(int32_t input, int32_t output, int32_t errors, int32_t milliseconds) {
  struct pollfd all[3] = {{input, POLLOUT, 0}, {output, POLLIN, 0}, {errors, POLLIN, 0}};
  poll(all, 3, milliseconds);
}

int32_t bprocess_has_ended(int32_t pid) {
  siginfo_t info;
  memset(&info, 0, sizeof info);
  return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid == pid;
}

void bprocess_kill(int32_t pid) { kill(-pid, SIGKILL); }

int32_t bprocess_collect(int32_t pid) {
  int status = 0;
  pid_t result;
  do result = waitpid(pid, &status, 0);
  while (result < 0 && errno == EINTR);
  if (result < 0) return 255;
  return WIFSIGNALED(status) ? 256 + WTERMSIG(status) : WEXITSTATUS(status);
}

void bprocess_close(int32_t descriptor) { close(descriptor); }

double bprocess_clock(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}
