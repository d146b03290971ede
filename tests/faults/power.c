// A disk whose power can be cut: what a file has when it is put on the disk (fsync, fdatasync) is copied to
// CHANGGU_POWER_FOLDER under the name of its path, and counts from when the wait is over, CHANGGU_POWER_MS milliseconds
// later. After a SIGKILL the copies are the least that a cut of power would have left. Loaded before the program's own
// libraries (LD_PRELOAD); written for the fault scenarios alone.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

typedef int (*of_file)(int);
typedef int (*of_path)(const char *);
typedef int (*of_paths)(const char *, const char *);

static pthread_mutex_t disk = PTHREAD_MUTEX_INITIALIZER;

/* Where the copy of a path goes; 0 where there is no place for it. */
static int kept_of(const char *path, char *kept)
{
  const char *folder = getenv("CHANGGU_POWER_FOLDER");
  int begin = folder ? snprintf(kept, PATH_MAX, "%s/", folder) : PATH_MAX;
  if (begin >= PATH_MAX || snprintf(kept + begin, PATH_MAX - begin, "%s", path) >= PATH_MAX - begin) return 0;
  for (char *one = kept + begin; *one; one++) if (*one == '/') *one = '!';
  return 1;
}

static int is_file(int file, char *link, char *path)
{
  struct stat about;
  snprintf(link, 64, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0 || fstat(file, &about) || !S_ISREG(about.st_mode)) return 0;
  path[length] = 0;
  return 1;
}

/* A file that may be read is read as it is open: to close it a second time would let go of the locks of its database. */
static int copy(int file, const char *link, const char *to)
{
  char bytes[1 << 16];
  int is_shut = (fcntl(file, F_GETFL) & O_ACCMODE) == O_WRONLY;
  int in = is_shut ? open(link, O_RDONLY) : file;
  int out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  int well = in >= 0 && out >= 0;
  off_t at = 0;
  for (ssize_t got; well && (got = pread(in, bytes, sizeof bytes, at)) != 0; at += got)
    well = got > 0 && write(out, bytes, got) == got;
  if (is_shut && in >= 0) close(in);
  if (out >= 0) close(out);
  return well;
}

static int wait_and_sync(const char *name, int file)
{
  const char *said = getenv("CHANGGU_POWER_MS");
  long ms = said ? atol(said) : 0;
  struct timespec longer = {ms / 1000, (ms % 1000) * 1000000L};
  char link[64], path[PATH_MAX], kept[PATH_MAX], coming[PATH_MAX + 8];
  pthread_mutex_lock(&disk);
  int is_kept = is_file(file, link, path) && kept_of(path, kept);
  if (is_kept) {
    snprintf(coming, sizeof coming, "%s.coming", kept);
    is_kept = copy(file, link, coming);
  }
  nanosleep(&longer, NULL);
  int done = ((of_file)dlsym(RTLD_NEXT, name))(file);
  if (is_kept && done == 0) ((of_paths)dlsym(RTLD_NEXT, "rename"))(coming, kept);
  pthread_mutex_unlock(&disk);
  return done;
}

int fsync(int file) { return wait_and_sync("fsync", file); }
int fdatasync(int file) { return wait_and_sync("fdatasync", file); }

/* What is taken away or gets another name takes its copy along. */
int unlink(const char *path)
{
  char kept[PATH_MAX];
  of_path away = (of_path)dlsym(RTLD_NEXT, "unlink");
  int done = away(path);
  if (done == 0 && kept_of(path, kept)) away(kept);
  return done;
}

int rename(const char *from, const char *to)
{
  char kept_from[PATH_MAX], kept_to[PATH_MAX];
  of_paths move = (of_paths)dlsym(RTLD_NEXT, "rename");
  int done = move(from, to);
  if (done == 0 && kept_of(from, kept_from) && kept_of(to, kept_to)) move(kept_from, kept_to);
  return done;
}
