// What the machine allows: a bare libxml2 scan, raw prepared inserts, raw durable transactions. No part of the program.
//
//   limits scan FILE                     seconds for an empty-handed SAX2 push scan
//   limits reinsert SOURCE.sqlite TARGET.sqlite
//                                        seconds to insert the rows of SOURCE into an empty copy of its schema
//   limits transactions FILE.sqlite N    durable single-row transactions a second (WAL, synchronous=FULL)
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static void fail(const char *what, const char *why) {
    fprintf(stderr, "%s: %s\n", what, why);
    exit(1);
}

// MARK: XML

static void start(void *c, const xmlChar *n, const xmlChar *p, const xmlChar *u, int nn, const xmlChar **ns, int na, int nd,
                  const xmlChar **a) {}
static void end(void *c, const xmlChar *n, const xmlChar *p, const xmlChar *u) {}
static void text(void *c, const xmlChar *t, int length) {}

static int scan(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail(path, "cannot be opened");
    xmlSAXHandler handler;
    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start;
    handler.endElementNs = end;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    static char chunk[256 << 10];
    double began = now();
    xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    size_t length;
    while ((length = fread(chunk, 1, sizeof chunk, file)) > 0)
        if (xmlParseChunk(context, chunk, (int)length, 0)) fail(path, "is not well-formed");
    xmlParseChunk(context, NULL, 0, 1);
    printf("%.4f\n", now() - began);
    return 0;
}

// MARK: SQLite

static sqlite3 *database(const char *path) {
    sqlite3 *db;
    if (sqlite3_open(path, &db)) fail(path, sqlite3_errmsg(db));
    return db;
}

static void run(sqlite3 *db, const char *sql) {
    char *error = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &error)) fail(sql, error);
}

typedef struct {
    int columns;
    long count, capacity;
    sqlite3_value **values;
    char insert[4096];
} Table;

static int reinsert(const char *source_path, const char *target_path) {
    sqlite3 *source = database(source_path), *target = database(target_path);
    run(target, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
    sqlite3_stmt *schema;
    sqlite3_prepare_v2(source, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'index', rowid",
                       -1, &schema, NULL);
    while (sqlite3_step(schema) == SQLITE_ROW) run(target, (const char *)sqlite3_column_text(schema, 0));
    static const char *names[] = {"school", "pupil", "former_upn", "cohort_place", "pupil_ledger", "result_value",
                                  "result_ledger", "ctf_record"};
    enum { tables = sizeof names / sizeof *names };
    Table all[tables];
    long rows = 0;
    for (int t = 0; t < tables; t++) {
        Table *table = &all[t];
        memset(table, 0, sizeof *table);
        char sql[256];
        snprintf(sql, sizeof sql, "SELECT * FROM %s", names[t]);
        sqlite3_stmt *read;
        if (sqlite3_prepare_v2(source, sql, -1, &read, NULL)) fail(sql, sqlite3_errmsg(source));
        table->columns = sqlite3_column_count(read);
        snprintf(table->insert, sizeof table->insert, "INSERT INTO %s VALUES (?", names[t]);
        for (int c = 1; c < table->columns; c++) strcat(table->insert, ", ?");
        strcat(table->insert, ")");
        while (sqlite3_step(read) == SQLITE_ROW) {
            if (table->count == table->capacity) {
                table->capacity = table->capacity ? table->capacity * 2 : 1024;
                table->values = realloc(table->values, sizeof(sqlite3_value *) * table->capacity * table->columns);
            }
            for (int c = 0; c < table->columns; c++)
                table->values[table->count * table->columns + c] = sqlite3_value_dup(sqlite3_column_value(read, c));
            table->count++;
        }
        sqlite3_finalize(read);
        rows += table->count;
    }
    double began = now();
    run(target, "BEGIN IMMEDIATE");
    for (int t = 0; t < tables; t++) {
        Table *table = &all[t];
        sqlite3_stmt *insert;
        if (sqlite3_prepare_v2(target, table->insert, -1, &insert, NULL)) fail(table->insert, sqlite3_errmsg(target));
        for (long r = 0; r < table->count; r++) {
            for (int c = 0; c < table->columns; c++) sqlite3_bind_value(insert, c + 1, table->values[r * table->columns + c]);
            if (sqlite3_step(insert) != SQLITE_DONE) fail(table->insert, sqlite3_errmsg(target));
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
    }
    run(target, "COMMIT");
    printf("%.4f %ld\n", now() - began, rows);
    return 0;
}

static int transactions(const char *path, long count) {
    sqlite3 *db = database(path);
    run(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE mark (id INTEGER PRIMARY KEY, value TEXT)");
    sqlite3_stmt *insert;
    sqlite3_prepare_v2(db, "INSERT INTO mark (value) VALUES ('38')", -1, &insert, NULL);
    double began = now();
    for (long i = 0; i < count; i++) {
        if (sqlite3_step(insert) != SQLITE_DONE) fail("insert", sqlite3_errmsg(db));
        sqlite3_reset(insert);
    }
    printf("%.1f\n", count / (now() - began));
    return 0;
}

int main(int count, char **arguments) {
    if (count == 3 && !strcmp(arguments[1], "scan")) return scan(arguments[2]);
    if (count == 4 && !strcmp(arguments[1], "reinsert")) return reinsert(arguments[2], arguments[3]);
    if (count == 4 && !strcmp(arguments[1], "transactions")) return transactions(arguments[2], atol(arguments[3]));
    fail("limits", "scan FILE | reinsert SOURCE TARGET | transactions FILE N");
}
