/* Preloaded, it shifts the clock on the wall of one process, by what a file says at that moment. The monotonic clock stays.
   Without headers, so that no package but the compiler's is needed. */
struct time { long seconds; long nanos; };
struct timeval { long seconds; long micros; };
void *dlsym(void *library, const char *name);
char *getenv(const char *name);
int open(const char *file, int flags, ...);
void *mmap(void *address, unsigned long length, int protection, int flags, int file, long offset);

enum { REALTIME = 0, MONOTONIC = 1, REALTIME_COARSE = 5 };

static int (*real)(int, struct time *);
static volatile long *shift; /* nanoseconds to add, and how many more for each nanosecond since the start */
static long start;

static long nanos(int clock) {
    struct time now;
    real(clock, &now);
    return now.seconds * 1000000000L + now.nanos;
}

__attribute__((constructor)) static void begin(void) {
    *(void **)&real = dlsym((void *)-1L /* RTLD_NEXT */, "clock_gettime");
    const char *file = getenv("WALL_CLOCK");
    int opened = file ? open(file, 0) : -1;
    long *mapped = opened < 0 ? (long *)-1L : mmap(0, 16, 1 /* PROT_READ */, 1 /* MAP_SHARED */, opened, 0);
    start = nanos(MONOTONIC);
    shift = mapped == (long *)-1L ? 0 : mapped;
}

int clock_gettime(int clock, struct time *now) {
    if (!real || !shift || (clock != REALTIME && clock != REALTIME_COARSE)) {
        if (!real) {
            *(void **)&real = dlsym((void *)-1L, "clock_gettime");
        }
        return real(clock, now);
    }
    long shown = nanos(REALTIME) + shift[0] + shift[1] * (nanos(MONOTONIC) - start);
    now->seconds = shown / 1000000000L;
    now->nanos = shown % 1000000000L;
    return 0;
}

int gettimeofday(struct timeval *now, void *zone) {
    struct time shown;
    clock_gettime(REALTIME, &shown);
    now->seconds = shown.seconds;
    now->micros = shown.nanos / 1000;
    return 0;
}

long time(long *now) {
    struct time shown;
    clock_gettime(REALTIME, &shown);
    if (now) {
        *now = shown.seconds;
    }
    return shown.seconds;
}
