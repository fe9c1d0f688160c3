// Saves cells through HTTP, one connection a thread, each thread its own cell and each request naming the revision it saw.
//
//   save PORT TOKEN SECONDS PATH...      a thread for each path; prints requests a second and how many were not 200
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int port;
static const char *token;
static double deadline;

typedef struct {
    const char *path;
    long done, refused;
} Job;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

// Reads one answer; its body is left behind the head in `buffer`.
static int answer(int socket, char *buffer, size_t size) {
    size_t length = 0;
    for (;;) {
        ssize_t got = read(socket, buffer + length, size - 1 - length);
        if (got <= 0) return -1;
        length += got;
        buffer[length] = 0;
        char *body = strstr(buffer, "\r\n\r\n");
        if (!body) continue;
        char *header = strcasestr(buffer, "content-length:");
        size_t expected = header ? strtoul(header + 15, NULL, 10) : 0;
        if (length - (body + 4 - buffer) >= expected) return atoi(buffer + 9);
    }
}

static void *work(void *argument) {
    Job *job = argument;
    int connection = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (connect(connection, (struct sockaddr *)&address, sizeof address)) return NULL;
    char *buffer = malloc(1 << 16), request[2048], body[256];
    long revision = -1;
    int mark = 20;
    while (now() < deadline) {
        mark = mark == 20 ? 21 : 20;
        int size = revision < 0 ? snprintf(body, sizeof body, "{\"value\":\"%d\"}", mark)
                                : snprintf(body, sizeof body, "{\"value\":\"%d\",\"revision\":%ld}", mark, revision);
        int length = snprintf(request, sizeof request,
                              "PUT %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                              "Content-Length: %d\r\n\r\n%s", job->path, token, size, body);
        if (write(connection, request, length) != length) break;
        int status = answer(connection, buffer, 1 << 16);
        if (status < 0) break;
        if (status == 200) {
            // Each thread's cell is the only one of its row that changes, so its revision is the row's highest.
            long highest = 0;
            for (char *at = buffer; (at = strstr(at, "\"revision\":")); at += 11) {
                long value = atol(at + 11);
                if (value > highest) highest = value;
            }
            revision = highest;
            job->done++;
        } else {
            job->refused++;
            revision = -1;
        }
    }
    close(connection);
    return NULL;
}

int main(int count, char **arguments) {
    if (count < 5) return 2;
    port = atoi(arguments[1]);
    token = arguments[2];
    double began = now();
    deadline = began + atof(arguments[3]);
    int threads = count - 4;
    pthread_t *handles = malloc(sizeof *handles * threads);
    Job *jobs = calloc(threads, sizeof *jobs);
    for (int i = 0; i < threads; i++) {
        jobs[i].path = arguments[4 + i];
        pthread_create(&handles[i], NULL, work, &jobs[i]);
    }
    long done = 0, refused = 0;
    for (int i = 0; i < threads; i++) {
        pthread_join(handles[i], NULL);
        done += jobs[i].done;
        refused += jobs[i].refused;
    }
    printf("%.1f %ld\n", done / (now() - began), refused);
    return 0;
}
