// A slow disk for one program: every wait for the disk takes CHANGGU_BENCH_DISK_MS milliseconds longer, one after the
// other as a disk does them. Loaded before the program's own libraries (LD_PRELOAD); written for the benchmark alone.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

static pthread_mutex_t disk = PTHREAD_MUTEX_INITIALIZER;

static int wait_and_sync(const char *name, int file)
{
  int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  const char *said = getenv("CHANGGU_BENCH_DISK_MS");
  long ms = said ? atol(said) : 0;
  struct timespec longer = {ms / 1000, (ms % 1000) * 1000000L};
  pthread_mutex_lock(&disk);
  nanosleep(&longer, NULL);
  int done = sync(file);
  pthread_mutex_unlock(&disk);
  return done;
}

int fsync(int file) { return wait_and_sync("fsync", file); }
int fdatasync(int file) { return wait_and_sync("fdatasync", file); }
