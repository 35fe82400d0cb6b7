'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const page = document.getElementById('page');
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const ink = dark ? '#8ab8f0' : '#1f5fa8', bad = dark ? '#ff8a80' : '#b3261e', grid = dark ? '#444' : '#ddd', text = dark ? '#ddd' : '#333';

  const add = (parent, name, words, kind) => {
    const element = document.createElement(name);
    if (words !== undefined) element.textContent = words;
    if (kind) element.className = kind;
    parent.append(element);
    return element;
  };
  const time = ms => ms === null || ms === undefined ? '–' : ms < 1000 ? Math.round(ms) + ' ms' : (ms / 1000).toFixed(2) + ' s';
  const percent = part => part === null || part === undefined ? '–' : Math.round(part * 100) + ' %';
  const called = one => (one.application + ' ' + one.command).trim() || '(no name)';
  const table = (parent, caption, heads, rows) => {
    const box = add(parent, 'div', undefined, 'scroll');
    box.tabIndex = 0;
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', caption);
    const element = add(box, 'table');
    add(element, 'caption', caption);
    const head = add(add(element, 'thead'), 'tr');
    heads.forEach(name => { add(head, 'th', name).scope = 'col'; });
    const body = add(element, 'tbody');
    rows.forEach(row => { const line = add(body, 'tr'); row.forEach(cell => add(line, 'td', String(cell))); });
  };

  // Is it slower, since when, which version?
  const steps = data.courses.flatMap(course => course.changes.map(change => ({ course, change })))
    .sort((a, b) => b.change.at.localeCompare(a.change.at));
  const slower = steps.filter(step => step.change.slower);
  const facts = add(page, 'ul', undefined, 'facts');
  const fact = (label, words, kind) => { const item = add(facts, 'li', label); add(item, 'b', words, kind); };
  fact('Slower since', slower.length ? slower[0].change.at.slice(0, 10) : 'no change found', slower.length ? 'slower' : 'faster');
  fact('Average duration', time(data.summary.average_duration_ms));
  fact('Memory efficiency', percent(data.summary.memory_efficiency));
  fact('API efficiency', percent(data.summary.api_efficiency));
  const quotas = data.report.api_monitoring ? data.report.api_monitoring.quotas : [];
  const danger = quotas.filter(quota => quota.runs_out_at);
  fact('GitHub quota', danger.length ? 'runs out ' + danger[0].runs_out_at.slice(0, 16) : 'not in danger', danger.length ? 'slower' : 'faster');
  fact('Alerts', Object.values(data.summary.alerts).reduce((sum, count) => sum + count, 0));

  if (steps.length) {
    add(page, 'h2', 'What changed');
    table(page, 'Changes, the newest first', ['Command', 'Since', 'Version', 'Median before', 'Median after'], steps.map(step => [
      called(step.course), step.change.at.slice(0, 16).replace('T', ' '),
      (step.change.version_before || '?') + ' to ' + (step.change.version_after || '?'),
      time(step.change.median_before_ms), time(step.change.median_after_ms)]));
  }
  if (data.summary.bottlenecks.length) {
    add(page, 'h2', 'Where the time goes');
    table(page, 'Phases and endpoints with the most time', ['Command', 'Part', 'Time a run', 'Share'],
      data.summary.bottlenecks.map(one => [called(one), one.kind + ' ' + one.name, time(one.ms_per_run), percent(one.share)]));
  }
  if (data.summary.optimization_opportunities.length) {
    add(page, 'h2', 'What to do');
    const list = add(page, 'ul');
    data.summary.optimization_opportunities.forEach(one => add(list, 'li', called(one) + ': ' + one.tip));
  }

  add(page, 'h2', 'Commands');
  const label = add(page, 'label', 'Show only commands that contain ');
  const filter = add(label, 'input');
  filter.type = 'search';
  const sections = data.courses.filter(course => course.history.runs).map(course => {
    const section = add(page, 'section');
    add(section, 'h3', called(course));
    draw(section, course);
    return { section, name: called(course).toLowerCase() };
  });
  filter.addEventListener('input', () => sections.forEach(one => { one.section.hidden = !one.name.includes(filter.value.toLowerCase()); }));

  function levels(course) {
    const { at, ms } = course.history;
    if (!course.changes.length) return at.map(() => null);
    const starts = course.changes.map(change => Date.parse(change.at) / 1000);
    return at.map(moment => {
      const passed = starts.filter(start => start <= moment).length;
      return passed ? course.changes[passed - 1].median_after_ms : course.changes[0].median_before_ms;
    });
  }

  function draw(section, course) {
    const history = course.history;
    const place = add(section, 'div');
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', 'Time of each run; the table below has the same values');
    const axis = { stroke: text, grid: { stroke: grid }, ticks: { stroke: grid } };
    const chart = new uPlot({
      width: Math.max(280, Math.min(1080, page.clientWidth)), height: 260,
      series: [{}, { label: 'Run', stroke: ink, paths: () => null, points: { show: true, size: 4, fill: ink },
        value: (_, value) => time(value) }, { label: 'Median', stroke: bad, width: 2, value: (_, value) => time(value) }],
      axes: [axis, { ...axis, size: 70, values: (_, ticks) => ticks.map(time) }],
      scales: { y: { range: (_, low, high) => [0, high === null ? 1 : high * 1.05] } },
    }, [history.at, history.ms, levels(course)], place);
    addEventListener('resize', () => chart.setSize({ width: Math.max(280, Math.min(1080, page.clientWidth)), height: 260 }));
    if (course.phases.length) {
      table(section, 'Phases', ['Phase', 'Time a run', 'Share'], course.phases.map(part => [part.phase, time(part.ms_per_run), percent(part.share)]));
    }
    const details = add(section, 'details');
    add(details, 'summary', 'Values of the chart: ' + history.at.length + ' of ' + history.runs + ' runs');
    details.addEventListener('toggle', () => {
      if (details.open && !details.querySelector('table')) {
        table(details, 'Runs, the oldest first', ['Began', 'Time', 'Version'], history.at.map((at, i) => [
          new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' '), time(history.ms[i]), history.versions[history.version[i]] || '?']));
      }
    });
  }
})();
