'use strict';
// One command: its charts over time, of the runs that the filters let through.
const course = (() => {
  const { add, known, words, counted, moment, table, chart } = charts;

  const called = one => (one.command === one.application ? one.application : one.application + ' ' + one.command).trim() || '(no name)';
  const shown = (one, filter) => one.drawn.id.map((_, i) => i).filter(i =>
    (!filter.host || one.drawn.hosts[one.drawn.host[i]] === filter.host)
    && (!filter.version || one.drawn.versions[one.drawn.version[i]] === filter.version)
    && (!filter.label || one.drawn.label[i].some(label => one.drawn.labels[label] === filter.label)));
  const isNarrow = filter => Boolean(filter.host || filter.version || filter.label);

  /** Few runs as they are. After more than a day without one, which is three times as long as usual, there is an empty place. */
  const fewPieces = (runs, at) => {
    const steps = at.slice(1).map((x, i) => x - at[i]).sort((a, b) => a - b);
    const rest = Math.max(86400e3, 3 * (steps[steps.length >> 1] || 0));
    const places = runs.flatMap((run, i) => i && at[i] - at[i - 1] > rest ? [{ x: (at[i - 1] + at[i]) / 2, run: -1 }, { x: at[i], run }] : [{ x: at[i], run }]);
    return { x: places.map(place => place.x), of: column => places.map(({ run }) => run < 0 ? null : column[run]) };
  };

  /** Runs in at most 40 equal pieces of time: { x, of(column) => means of pieces, null for one without runs }. */
  const pieces = (one, runs) => {
    const at = runs.map(i => one.drawn.at[i]);
    const most = 40;
    if (runs.length <= most) return fewPieces(runs, at);
    const first = at[0], length = at[at.length - 1] - first + 1;
    const groups = Array.from({ length: most }, () => []);
    runs.forEach((run, i) => groups[Math.floor((at[i] - first) / length * most)].push(run));
    return { x: groups.map((_, i) => first + length * (i + 0.5) / most), of: column => groups.map(group => {
      const values = group.map(i => column[i]).filter(known);
      return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
    }) };
  };

  /** The first run of each version on the machine that has most runs. */
  const versions = (one, runs) => {
    const seen = new Set();
    return runs.flatMap(i => {
      const version = one.drawn.versions[one.drawn.version[i]];
      if (!version || seen.has(version)) return [];
      seen.add(version);
      return [{ at: one.drawn.at[i], words: version.length > 12 ? version.slice(0, 11) + '…' : version }];
    });
  };

  const history = (section, one, runs, filter, open) => {
    const { drawn, band } = one;
    const rows = runs.map(run => ({ x: drawn.at[run], run, piece: -1 }));
    if (!isNarrow(filter)) band.at.forEach((x, piece) => rows.push({ x, run: -1, piece }));
    rows.sort((a, b) => a.x - b.x);
    const main = drawn.machines.indexOf(one.machine);
    const ofRun = wanted => rows.map(({ run }) => run >= 0 && (drawn.machine[run] === main) === wanted ? drawn.ms[run] : undefined);
    const ofPiece = column => rows.map(({ piece }) => piece >= 0 ? column[piece] : undefined);
    const series = [{ label: 'Run', values: ofRun(true), unit: 'ms', draw: 'points', color: 'ink' }];
    const others = drawn.machines.length > 1;
    if (others) series.push({ label: 'Run on another machine', values: ofRun(false), unit: 'ms', draw: 'points', color: 'pale' });
    if (!isNarrow(filter)) {
      series.push({ label: 'Median', values: ofPiece(band.median), unit: 'ms', draw: 'line', color: 'bad', sparse: true },
        { label: '90 %', values: ofPiece(band.high), unit: 'ms', hidden: true }, { label: '10 %', values: ofPiece(band.low), unit: 'ms', hidden: true });
    }
    const n = series.length;
    chart(section, { title: 'Time of each run', height: 300, x: rows.map(row => row.x), series, live: true,
      band: isNarrow(filter) ? undefined : [n - 1, n],
      about: 'Points are runs' + (isNarrow(filter) ? ' that the filters let through.' : ', the line is the median and the band has 8 of 10 runs, both of all runs on'
        + ' the machine with most of them. Dashed lines are where the time changed' + (one.changed_elsewhere ? ' on another machine.' : '.')),
      marks: one.changes.map(change => ({ at: Date.parse(change.at), words: words(change.median_before_ms, 'ms') + ' → ' + words(change.median_after_ms, 'ms')
        + (one.times_without_machine ? ' without waiting' : '') + (one.changed_elsewhere ? ' on another machine' : '') })),
      names: versions(one, runs),
      caption: 'Values of the chart: ' + (runs.length === one.runs ? 'all ' + counted(one.runs, 'run') : runs.length + ' of ' + counted(one.runs, 'run')
        + (drawn.id.length < one.runs ? ', the fastest, the slowest and three at random of each piece of time' : '')),
      heads: ['Run', 'Began (UTC)', 'Time', 'Version', 'Host'],
      rows: () => runs.map(i => [{ words: drawn.id[i], open: () => open(one, i) }, moment(drawn.at[i]), words(drawn.ms[i], 'ms'),
        drawn.versions[drawn.version[i]] || '?', drawn.hosts[drawn.host[i]] || '?']),
      pick: { points: runs.map(i => ({ x: drawn.at[i], y: drawn.ms[i], words: words(drawn.ms[i], 'ms') + ', ' + moment(drawn.at[i])
        + ', version ' + (drawn.versions[drawn.version[i]] || 'unknown') })), open: i => open(one, runs[i]) } });
  };

  const distribution = (section, one) => {
    const { from_ms: from, step_ms: step, runs } = one.distribution;
    const x = runs.map((_, i) => from + i * step);
    chart(section, { title: 'How many runs took how long', time: false, unit: 'ms', x, about: 'All runs on the machine with most of them.',
      series: [{ label: 'Runs', values: runs, unit: 'count', draw: 'bars', color: 'ink' }], caption: 'Values of the chart',
      heads: ['From', 'To', 'Runs'], rows: () => runs.map((count, i) => [words(x[i], 'ms'), i + 1 < runs.length ? words(x[i] + step, 'ms') : 'the slowest', count]) });
  };

  const phases = (section, one, usual) => {
    const { drawn } = one;
    if (!drawn.phases.length) return;
    const rest = drawn.ms.map((ms, i) => Math.max(0, ms - drawn.phase_ms.reduce((sum, phase) => sum + (phase[i] || 0), 0)));
    const cut = pieces(one, usual);
    const names = [...drawn.phases, '(elsewhere)'];
    const layers = [...drawn.phase_ms, rest].map(cut.of);
    const isGap = i => !known(layers[layers.length - 1][i]);
    const sums = layers.map((_, k) => cut.x.map((_, i) => isGap(i) ? null : layers.slice(0, k + 1).reduce((sum, layer) => sum + (layer[i] || 0), 0)));
    chart(section, { title: 'Time by phase', x: cut.x, about: 'The phases lie on each other; together they are the time of the command.',
      series: names.map((label, k) => ({ label, values: sums[k], unit: 'ms', draw: 'area', color: undefined, layer: k })).reverse(),
      live: false, caption: 'Values of the chart', heads: ['Time (UTC)', ...names],
      rows: () => cut.x.map((at, i) => [moment(at), ...layers.map(layer => words(layer[i], 'ms'))]) });
  };

  const lines = (section, one, usual, title, about, columns) => {
    const some = columns.filter(column => column.values.some(known));
    if (!some.length || !usual.length) return;
    const cut = pieces(one, usual);
    const series = some.map(column => ({ ...column, values: cut.of(column.values), draw: 'line', sparse: usual.length <= 40 }));
    chart(section, { title, about, x: cut.x, series, caption: 'Values of the chart', heads: ['Time (UTC)', ...series.map(column => column.label)],
      rows: () => cut.x.map((at, i) => [moment(at), ...series.map(column => words(column.values[i], column.unit))]) });
  };

  /** All of it, into the section. */
  const draw = (section, one, filter, open) => {
    const runs = shown(one, filter);
    const { drawn } = one;
    if (!runs.length) { add(section, 'p', 'No run of this command fits the filters.'); return; }
    history(section, one, runs, filter, open);
    const grid = add(section, 'div', undefined, 'grid');
    if (!isNarrow(filter)) distribution(grid, one);
    const usual = runs.filter(i => drawn.usual[i]);
    const of = 'Means of runs that were chosen at random.';
    phases(grid, one, usual);
    lines(grid, one, usual, 'CPU and waiting', of, [{ label: 'CPU time', values: drawn.cpu_ms, unit: 'ms' }, { label: 'Waiting for a CPU', values: drawn.wait_ms, unit: 'ms' },
      { label: 'Garbage collection', values: drawn.gc_ms, unit: 'ms' }, { label: 'JVM startup', values: drawn.startup_ms, unit: 'ms' }]);
    lines(grid, one, usual, 'The machine’s share of the time', of + ' For that part of its time a run waited for a CPU.',
      [{ label: 'Share', values: drawn.wait_ms.map((wait, i) => known(wait) && drawn.ms[i] > 0 ? Math.min(1, wait / drawn.ms[i]) : null), unit: 'percent' }]);
    lines(grid, one, usual, 'Heap', of, [{ label: 'Most heap in use', values: drawn.heap_mb, unit: 'mb' }]);
    lines(grid, one, usual, 'GitHub API', of, [{ label: 'Requests', values: drawn.requests, unit: 'count' }, { label: 'Left of the quota', values: drawn.quota, unit: 'count', scale: 'quota' }]);
    lines(grid, one, usual, 'Cache hits', of, [{ label: 'Hits of look-ups', values: drawn.hit_rate, unit: 'percent' }]);
  };

  /** What one run did, for its page. */
  const facts = (one, i) => {
    const { drawn } = one;
    const of = (label, column, unit) => [label, words(column[i], unit)];
    return [['Command', called(one)], ['Began (UTC)', moment(drawn.at[i])], of('Time', drawn.ms, 'ms'), ['Version', drawn.versions[drawn.version[i]] || '?'],
      ['Host', drawn.hosts[drawn.host[i]] || '?'], ['Labels', drawn.label[i].map(label => drawn.labels[label]).join(', ') || '–'],
      of('CPU time', drawn.cpu_ms, 'ms'), of('Waiting for a CPU', drawn.wait_ms, 'ms'), of('Garbage collection', drawn.gc_ms, 'ms'),
      of('JVM startup', drawn.startup_ms, 'ms'), of('Most heap in use', drawn.heap_mb, 'mb'), of('Requests to GitHub', drawn.requests, 'count'),
      of('Left of the quota', drawn.quota, 'count'), of('Cache hits', drawn.hit_rate, 'percent')];
  };

  return { called, draw, facts };
})();
