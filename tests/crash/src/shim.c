/* A disk that tells what it was asked to do. Loaded before libc into a test's child process; Linux only.
 *
 * WATCH  folder whose files are watched (an absolute path)
 * OPLOG  file that receives one record per operation on them, in order
 * BUDGET bytes that may be written to them before the disk is full (optional)
 *
 * Record: u8 kind, u32 length of path, u32 length of rest, u64 offset, path, rest; little endian.
 * Kinds: W write, T truncate to offset, S sync, R rename (rest = new path), U unlink, D mkdir, X rmdir,
 *        C create, A acknowledgement (what the child wrote to its standard output).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name, type, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int oplog = -2;
static long long budget = -1;

static int ready(void) {
    if (oplog == -2) {
        const char *path = getenv("OPLOG"), *bytes = getenv("BUDGET");
        REAL("open", int, const char *, int, ...);
        oplog = path ? real(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
        if (bytes) budget = atoll(bytes);
    }
    return getenv("WATCH") != NULL;
}

static int watched(const char *path) {
    const char *root = getenv("WATCH");
    size_t n = root ? strlen(root) : 0;
    return n && strncmp(path, root, n) == 0 && (path[n] == '/' || path[n] == 0);
}

static int path_of(int fd, char *out) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, out, PATH_MAX - 1);
    if (n < 0) return 0;
    out[n] = 0;
    return watched(out);
}

static void tell(char kind, const char *path, const void *rest, uint32_t len, uint64_t offset) {
    REAL("write", ssize_t, int, const void *, size_t);
    if (oplog < 0) return;
    uint32_t n = (uint32_t)strlen(path);
    size_t size = 17 + (size_t)n + len;
    char *record = malloc(size);
    if (!record) abort();
    record[0] = kind;
    memcpy(record + 1, &n, 4);
    memcpy(record + 5, &len, 4);
    memcpy(record + 9, &offset, 8);
    memcpy(record + 17, path, n);
    if (len) memcpy(record + 17 + n, rest, len);
    if (real(oplog, record, size) != (ssize_t)size) abort();
    free(record);
}

/* How many bytes still fit; -1 with ENOSPC when none do. */
static ssize_t fits(size_t n) {
    if (budget < 0) return (ssize_t)n;
    if (budget == 0) { errno = ENOSPC; return -1; }
    if ((long long)n > budget) n = (size_t)budget;
    budget -= (long long)n;
    return (ssize_t)n;
}

static ssize_t put(int fd, const void *buf, size_t n, off_t at, int positioned) {
    REAL("pwrite", ssize_t, int, const void *, size_t, off_t);
    static ssize_t (*plain)(int, const void *, size_t);
    if (!plain) plain = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    char path[PATH_MAX];
    if (!ready()) return positioned ? real(fd, buf, n, at) : plain(fd, buf, n);
    if (fd == 1) {
        tell('A', "", buf, (uint32_t)n, 0);
        return plain(fd, buf, n);
    }
    if (!path_of(fd, path)) return positioned ? real(fd, buf, n, at) : plain(fd, buf, n);
    ssize_t allowed = fits(n);
    if (allowed < 0) return -1;
    off_t where = positioned ? at : lseek(fd, 0, SEEK_CUR);
    ssize_t done = positioned ? real(fd, buf, (size_t)allowed, at) : plain(fd, buf, (size_t)allowed);
    if (done > 0) tell('W', path, buf, (uint32_t)done, (uint64_t)where);
    return done;
}

ssize_t pwrite(int fd, const void *buf, size_t n, off_t at) { return put(fd, buf, n, at, 1); }
ssize_t pwrite64(int fd, const void *buf, size_t n, off_t at) { return put(fd, buf, n, at, 1); }
ssize_t write(int fd, const void *buf, size_t n) { return put(fd, buf, n, 0, 0); }

static int cut(int fd, off_t len) {
    REAL("ftruncate", int, int, off_t);
    char path[PATH_MAX];
    int result = real(fd, len);
    if (!result && ready() && path_of(fd, path)) tell('T', path, NULL, 0, (uint64_t)len);
    return result;
}
int ftruncate(int fd, off_t len) { return cut(fd, len); }
int ftruncate64(int fd, off_t len) { return cut(fd, len); }

static void synced(int fd) {
    char path[PATH_MAX];
    if (ready() && path_of(fd, path)) tell('S', path, NULL, 0, 0);
}
int fsync(int fd) {
    REAL("fsync", int, int);
    int result = real(fd);
    if (!result) synced(fd);
    return result;
}
int fdatasync(int fd) {
    REAL("fdatasync", int, int);
    int result = real(fd);
    if (!result) synced(fd);
    return result;
}

int rename(const char *from, const char *to) {
    REAL("rename", int, const char *, const char *);
    int result = real(from, to);
    if (!result && ready() && watched(from)) tell('R', from, to, (uint32_t)strlen(to), 0);
    return result;
}

#define NAMED(function, kind) \
    int function(const char *path) { \
        REAL(#function, int, const char *); \
        int result = real(path); \
        if (!result && ready() && watched(path)) tell(kind, path, NULL, 0, 0); \
        return result; \
    }
NAMED(unlink, 'U')
NAMED(rmdir, 'X')

int mkdir(const char *path, mode_t mode) {
    REAL("mkdir", int, const char *, mode_t);
    int result = real(path, mode);
    if (!result && ready() && watched(path)) tell('D', path, NULL, 0, 0);
    return result;
}

static int opened(int (*real)(const char *, int, ...), const char *path, int flags, mode_t mode) {
    struct stat st;
    int fresh = (flags & O_CREAT) && stat(path, &st) != 0;
    int fd = real(path, flags, mode);
    if (fd >= 0 && ready() && watched(path)) {
        if (fresh) tell('C', path, NULL, 0, 0);
        else if (flags & O_TRUNC) tell('T', path, NULL, 0, 0);
    }
    return fd;
}

#define OPEN(function) \
    int function(const char *path, int flags, ...) { \
        REAL(#function, int, const char *, int, ...); \
        va_list rest; \
        va_start(rest, flags); \
        mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; \
        va_end(rest); \
        return opened(real, path, flags, mode); \
    }
OPEN(open)
OPEN(open64)
