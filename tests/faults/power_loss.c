/* Writes down what a process does to the files whose path holds $WATCHED: one
 * record per act, appended to $ACTS in one write, so that another process may
 * append its own. Little endian: act, length of name, offset, length of data,
 * name, data. C created, W written, T cut to offset, S synced, U removed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 4096
static char *name_of[MOST];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int acts = -2;

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int raw_open(const char *path, int flags, int mode) {
    REAL(int, "open64", const char *, int, ...);
    return real(path, flags, mode);
}

static ssize_t raw_write(int fd, const void *data, size_t length) {
    REAL(ssize_t, "write", int, const void *, size_t);
    return real(fd, data, length);
}

static void note(char act, const char *name, uint64_t offset, const void *data, uint32_t length) {
    if (acts == -2) {
        const char *path = getenv("ACTS");
        acts = path ? raw_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    }
    if (acts < 0) return;
    uint16_t name_length = (uint16_t)strlen(name);
    size_t whole = 15 + name_length + (data ? length : 0);
    unsigned char *record = malloc(whole);
    if (!record) abort();
    record[0] = (unsigned char)act;
    memcpy(record + 1, &name_length, 2);
    memcpy(record + 3, &offset, 8);
    memcpy(record + 11, &length, 4);
    memcpy(record + 15, name, name_length);
    if (data) memcpy(record + 15 + name_length, data, length);
    if (raw_write(acts, record, whole) != (ssize_t)whole) abort();
    free(record);
}

static const char *watched(const char *path) {
    const char *part = getenv("WATCHED");
    if (!part || !strstr(path, part)) return NULL;
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void opened(int fd, const char *path, int flags) {
    if (fd < 0 || fd >= MOST) return;
    const char *name = watched(path);
    pthread_mutex_lock(&lock);
    free(name_of[fd]);
    name_of[fd] = name ? strdup(name) : NULL;
    if (name && (flags & O_CREAT)) note('C', name, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
}

static void did(char act, int fd, uint64_t offset, const void *data, uint32_t length) {
    if (fd < 0 || fd >= MOST) return;
    pthread_mutex_lock(&lock);
    if (name_of[fd]) note(act, name_of[fd], offset, data, length);
    pthread_mutex_unlock(&lock);
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; \
        va_start(rest, flags); \
        int mode = va_arg(rest, int); \
        va_end(rest); \
        REAL(int, #name, const char *, int, ...); \
        int fd = real(path, flags, mode); \
        opened(fd, path, flags); \
        return fd; \
    }
OPEN(open)
OPEN(open64)

#define PWRITE(name, offset_type) \
    ssize_t name(int fd, const void *data, size_t length, offset_type offset) { \
        REAL(ssize_t, #name, int, const void *, size_t, offset_type); \
        ssize_t done = real(fd, data, length, offset); \
        if (done > 0) did('W', fd, (uint64_t)offset, data, (uint32_t)done); \
        return done; \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *data, size_t length) {
    ssize_t done = raw_write(fd, data, length);
    if (done > 0 && fd >= 0 && fd < MOST && name_of[fd])
        did('W', fd, (uint64_t)(lseek(fd, 0, SEEK_CUR) - done), data, (uint32_t)done);
    return done;
}

#define SYNC(name) \
    int name(int fd) { \
        REAL(int, #name, int); \
        int failed = real(fd); \
        if (!failed) did('S', fd, 0, NULL, 0); \
        return failed; \
    }
SYNC(fsync)
SYNC(fdatasync)

#define CUT(name, offset_type) \
    int name(int fd, offset_type offset) { \
        REAL(int, #name, int, offset_type); \
        int failed = real(fd, offset); \
        if (!failed) did('T', fd, (uint64_t)offset, NULL, 0); \
        return failed; \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    int failed = real(path);
    const char *name = watched(path);
    if (!failed && name) {
        pthread_mutex_lock(&lock);
        note('U', name, 0, NULL, 0);
        pthread_mutex_unlock(&lock);
    }
    return failed;
}

int close(int fd) {
    REAL(int, "close", int);
    if (fd >= 0 && fd < MOST && name_of[fd]) {
        pthread_mutex_lock(&lock);
        free(name_of[fd]);
        name_of[fd] = NULL;
        pthread_mutex_unlock(&lock);
    }
    return real(fd);
}
