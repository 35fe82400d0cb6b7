package dev.perfagent.sample;

/** The larger parts of a realistic record. */
final class SampleText {
    static final String PHASES = """
        {"processing":{"ms":700.0,"self_ms":700.0,"count":87,"heap_delta_bytes":-2097152,
          "allocated_bytes":52428800,"cpu_ms":650.5,"parallelism":1.0},
         "data_fetching":{"ms":1200.0,"self_ms":1100.0,"count":1,"heap_delta_bytes":1048576,
          "allocated_bytes":9000000,"cpu_ms":300.0,"cpu_wait_ms":120.0,"parallelism":1.8}}\
        """;

    static final String RESOURCES = """
        {"heap_delta_bytes":1048576,"peak_memory_mb":78.0,"average_memory_mb":45.0,"peak_rss_mb":120.0,
         "allocated_bytes":73400320,"cpu_time_ms":1890.0,"gc_count":2,"gc_ms":12.0,"io_operations":245,
         "classes_loaded":2100,"threads_peak":9,"thread_cpu_ms":1300.5,"cpu_wait_ms":250.25,"jvm_cpu_ms":400.0,
         "steal_ms":10.0,"machine_busy":0.75,"throttled_cpu_ms":30.0,
         "pressure":{"cpu":0.5,"io":0.25,"memory":0.0},"bytes_sent":2048,"bytes_received":50000}\
        """;

    static final String GITHUB = """
        {"requests_made":15,"cache_hits":8,"cache_misses":7,"conditional_hits":3,"rate_limit_consumed":12,
         "rate_limit_remaining":4975,"rate_limit_limit":5000,"rate_limit_reset":"2026-11-20T11:00:00.000Z",
         "resources":{"core":{"limit":5000,"remaining":4975,"used":25,"reset":"2026-11-20T11:00:00.000Z",
           "consumed":12}},
         "throttled_ms":0.0,"retries":0,"errors":0,"authenticated":true,
         "operations":[{"name":"project_item_fetch","count":3,"requests":12,"ms":340.0,"max_ms":200.0}],
         "endpoints":[{"endpoint":"GET /repos/{owner}/{repo}/issues","count":5,"ms":200.0,"max_ms":80.0,
           "status":{"200":4,"304":1},"bytes":12345,"repeated":0,"pages":3,"per_page":30},
          {"endpoint":"POST /graphql","count":10,"ms":500.0,"max_ms":90.0,"status":{"200":10},"bytes":null,
           "repeated":0,"pages":0,"per_page":null}]}\
        """;

    static final String HTTP = """
        [{"host":"api.github.com","requests":15,"ms":700.0,"errors":0,"bytes":50000,"bytes_sent":2048,
         "bytes_received":50000}]\
        """;

    static final String CACHES = """
        [{"name":"field-definitions","kind":"caffeine","hits":8,"misses":7,"hit_rate":0.533,"evictions":0,
          "loads":7,"load_ms":120.0,"size":7}]\
        """;

    static final String PROCESSES = """
        [{"program":"git","count":3,"ms":45.0,"failures":0}]\
        """;

    static final String CONTEXT = """
        {"task_count":87,"project_size":"large"}\
        """;

    static final String ENVIRONMENT = """
        {"host":"build-7","user":"ada","os":"Linux 6.1","arch":"amd64","cpu":"AMD EPYC","cores":8,
         "memory_mb":16384,"jdk":"17.0.15","jvm_flags":"00ff","ci":"github-actions","pid":4711,"traceparent":null,
         "system_scores":"cpu_one_core=3015.1 jvm_start=41.2",
         "fingerprint":"d41d8cd98f00b204"}\
        """;

    static final String SELF = """
        {"agent_version":"0.1.0","plan":"warm","premain_ms":6.1,"weave_ms":0.0,"exit_ms":2.0,"hook_calls":240}\
        """;

    static final String ALERTS = """
        [{"type":"performance_degradation","severity":"warning","subject":"batch","current":3200.0,
          "threshold":2000.0,"baseline":1800.0,"unit":"ms","evidence":"3.2s against a limit of at most 2.0s, missed by 60%",
          "tip":"data_fetching takes half of the time; fetch the items of a project in one GraphQL query instead of one by \
        one."},
         {"type":"cache_hit_rate_low","severity":"critical","subject":"field-definitions","current":0.45,
          "threshold":0.7,"baseline":null,"unit":"ratio","tip":null}]\
        """;

    private SampleText() {}
}
