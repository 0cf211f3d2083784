// Keeps wrk awake: loaded before the C library, it makes wrk look for answers again
// and again where it would sleep until the next one. A server that wakes a sleeping
// client pays for it, some microseconds on a virtual machine, and the slower one of
// two servers wakes it more often: without this the difference between them is
// counted nearly twice.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <time.h>

typedef int wait_function(int, struct epoll_event *, int, int);

static long long milliseconds(void) {
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

int epoll_wait(int fd, struct epoll_event *events, int most, int timeout) {
	static wait_function *look;
	if (look == NULL) {
		look = (wait_function *)dlsym(RTLD_NEXT, "epoll_wait");
	}
	long long end = milliseconds() + timeout;
	for (;;) {
		int found = look(fd, events, most, 0);
		if (found != 0 || (timeout >= 0 && milliseconds() >= end)) {
			return found;
		}
	}
}
