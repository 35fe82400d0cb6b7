'use strict';
(() => {
  const { add, known, words, counted, moment, table, clear, onTheme } = charts;
  const { called } = course;
  const page = document.getElementById('page');
  const source = document.getElementById('data');
  // Names from records: marks that turn the direction of text around, and control characters, are shown as a question mark.
  const turning = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
  const read = text => JSON.parse(text, (_, value) => typeof value === 'string' ? value.replace(turning, '?') : value);
  let data = read(source.textContent);
  const filter = { text: '', application: '', host: '', version: '', label: '', changed: false };

  const percent = part => known(part) ? Math.round(part * 100) + ' %' : '–';
  const since = change => change.at.slice(0, 16).replace('T', ' ');
  const steps = () => data.courses.flatMap(one => one.changes.map(change => ({ one, change }))).sort((a, b) => b.change.at.localeCompare(a.change.at));
  const percentOf = change => known(change.change) ? (change.change > 0 ? '+' : '') + Math.round(change.change * 100) + ' %' : '';
  const version = change => change.version_before === change.version_after ? change.version_after || 'not recorded'
    : (change.version_before || '?') + ' → ' + (change.version_after || '?');
  const grown = ({ one, change }) => change.parts.find(part => part.kind !== 'CPU time' && (part.after_ms > part.before_ms) === change.slower
    && !(one.times_without_machine && part.kind === 'waiting for a CPU'));
  const part = found => found ? (found.kind + ' ' + found.name).trim() + ': ' + words(found.before_ms, 'ms') + ' → ' + words(found.after_ms, 'ms') : 'not known';

  /** On each side of a change, as the tool looks for them. */
  const LEAST_RUNS = 6;

  const isOf = (step, advice) => Boolean(step) && step.one.application === advice.application && step.one.command === advice.command;

  /** Is it slower, since when, which version, which part, is the quota in danger, what to do. */
  const answers = () => {
    const all = steps();
    // The newest change of a command says how it is now.
    const now = data.courses.map(one => ({ one, change: one.changes[one.changes.length - 1] })).filter(step => step.change && step.change.slower)
      .sort((a, b) => (b.change.change || 0) - (a.change.change || 0));
    const worst = now[0];
    const creeping = data.report.commands.filter(one => one.trend && one.trend.direction === 'degrading' && one.trend.change > 0)
      .sort((a, b) => b.trend.change - a.trend.change)[0];
    const list = add(page, 'dl', undefined, 'facts');
    const fact = (label, answer, kind, more) => {
      const box = add(list, 'div');
      add(box, 'dt', label);
      add(box, 'dd', answer, kind);
      if (more) add(box, 'dd', more, 'more');
    };
    if (worst) {
      fact('Is it slower?', 'Yes: ' + called(worst.one) + ' ' + percentOf(worst.change), 'slower', words(worst.change.median_before_ms, 'ms') + ' → '
        + words(worst.change.median_after_ms, 'ms') + (worst.one.times_without_machine ? ' without waiting for a CPU' : '')
        + (worst.one.changed_elsewhere ? ' on another machine than most runs' : '') + (now.length > 1 ? '; ' + (now.length - 1) + ' more below' : ''));
    } else if (creeping) {
      fact('Is it slower?', 'Yes: ' + called(creeping) + ' +' + Math.round(creeping.trend.change * 100) + ' %', 'slower',
        'from the first run to the last; no moment was found at which it changed');
    } else if (data.courses.some(one => one.distribution.runs.reduce((sum, runs) => sum + runs, 0) >= 2 * LEAST_RUNS)) {
      fact('Is it slower?', 'No change for the worse found', 'faster', all.length ? counted(all.length, 'change') + ' below' : '');
    } else {
      fact('Is it slower?', 'Too few runs to say', '', 'A change is seen with ' + LEAST_RUNS + ' runs before and after it. First runs do not count.');
    }
    fact('Since when?', worst ? since(worst.change) + ' UTC' : '–');
    fact('Which version?', worst ? version(worst.change) : '–', '', !worst ? '' : worst.change.at_release ? 'began with the release'
      : worst.change.version_before === worst.change.version_after ? 'the same before and after' : '');
    fact('Which part?', worst ? part(grown(worst)) : data.summary.bottlenecks.length
      ? 'Most time: ' + called(data.summary.bottlenecks[0]) + ', ' + data.summary.bottlenecks[0].name : '–');
    const quotas = data.report.api_monitoring ? data.report.api_monitoring.quotas : [];
    const danger = quotas.find(quota => quota.runs_out_at > data.made);
    fact('Is the GitHub quota in danger?', danger ? 'At this pace, yes: ' + danger.resource + ' is used up at ' + danger.runs_out_at.slice(0, 16).replace('T', ' ') + ' UTC'
      : quotas.length ? 'No' : 'No requests to GitHub', danger ? 'slower' : 'faster',
    quotas.map(quota => quota.resource + ': ' + (known(quota.remaining) ? quota.remaining : '?') + ' of ' + (known(quota.limit) ? quota.limit : '?') + ' left')
      .concat(danger ? 'pace of the last day: ' + Math.round(danger.points_per_hour) + ' an hour' : []).join('; '));
    // What became slower comes first.
    const advice = [...data.summary.optimization_opportunities].sort((a, b) => isOf(worst, b) - isOf(worst, a));
    fact('What to do?', advice.length ? called(advice[0]) + ': ' + advice[0].tip : worst ? 'See what changed in ' + called(worst.one) : 'Nothing was found', '',
      advice.length > 1 ? (advice.length - 1) + ' more below' : '');
    summary();
    if (all.length) {
      add(page, 'h2', 'What changed');
      table(page, 'Changes, the newest first', ['Command', 'Since (UTC)', 'Version', 'Median before', 'Median after', 'Change', 'Part that changed most'],
        all.slice(0, 50).map(({ one, change }) => [{ words: called(one), open: () => show(one) }, since(change), version(change), words(change.median_before_ms, 'ms'),
          words(change.median_after_ms, 'ms'), percentOf(change) + (one.times_without_machine ? ' *' : '') + (one.changed_elsewhere ? ' †' : ''), part(grown({ one, change }))]));
      if (all.some(({ one }) => one.times_without_machine)) {
        add(page, 'p', '* The machine was busy. These times leave out waiting for a CPU, and allow for a CPU that was slower.', 'more');
      }
      if (all.some(({ one }) => one.changed_elsewhere)) add(page, 'p', '† On another machine than the one with most runs.', 'more');
    }
    if (data.summary.bottlenecks.length) {
      add(page, 'h2', 'Where the time goes');
      table(page, 'Phases and endpoints with the most time', ['Command', 'Part', 'Time a run', 'Share'],
        data.summary.bottlenecks.map(one => [called(one), one.kind + ' ' + one.name, words(one.ms_per_run, 'ms'), percent(one.share)]));
    }
    if (advice.length) {
      add(page, 'h2', 'What to do');
      const points = add(page, 'ul');
      advice.forEach(one => add(points, 'li', called(one) + ': ' + one.tip));
    }
  };

  const summary = () => {
    const { summary: all } = data;
    const list = add(page, 'p', undefined, 'more');
    list.textContent = [counted(data.report.summary.runs, 'run') + ' of ' + counted(data.report.commands.length, 'command'), 'average ' + words(all.average_duration_ms, 'ms'),
      (known(all.commands_per_minute) ? Number(all.commands_per_minute.toPrecision(2)) : '–') + ' commands a minute', 'memory efficiency ' + percent(all.memory_efficiency),
      'API efficiency ' + percent(all.api_efficiency), counted(Object.values(all.alerts).reduce((sum, count) => sum + count, 0), 'alert'),
      'trends: ' + (Object.entries(all.trend).map(([trend, count]) => count + ' ' + trend).join(', ') || '–')].join(' · ');
  };

  /** names: an empty one for runs that do not have it. Where all runs have the same there is nothing to choose. */
  const choice = (form, words, name, names) => {
    const all = new Set(names), values = [...all].filter(Boolean).sort();
    if (all.size < 2 && filter[name] === '') return;
    const select = add(add(form, 'label', words + ' '), 'select');
    select.name = name;
    add(select, 'option', 'all').value = '';
    values.slice(0, 300).forEach(value => { add(select, 'option', value.length > 60 ? value.slice(0, 59) + '…' : value).value = value; });
    select.value = filter[name];
    select.addEventListener('change', () => { filter[name] = select.value; sections(); });
  };

  const filters = () => {
    const form = add(page, 'fieldset');
    add(form, 'legend', 'Show only');
    const text = add(add(form, 'label', 'Commands that contain '), 'input');
    text.type = 'search';
    text.name = 'text';
    text.value = filter.text;
    text.addEventListener('input', () => { filter.text = text.value; sections(); });
    choice(form, 'Application', 'application', data.courses.map(one => one.application));
    choice(form, 'Host', 'host', data.courses.flatMap(one => one.drawn.hosts));
    choice(form, 'Version', 'version', data.courses.flatMap(one => one.drawn.versions));
    choice(form, 'Label', 'label', data.courses.flatMap(one => one.drawn.label.some(of => !of.length) ? [...one.drawn.labels, ''] : one.drawn.labels));
    const label = add(form, 'label');
    const changed = add(label, 'input');
    changed.type = 'checkbox';
    changed.name = 'changed';
    changed.checked = filter.changed;
    label.append(' What changed significantly');
    changed.addEventListener('change', () => { filter.changed = changed.checked; sections(); });
    const status = add(page, 'p', '', 'more');
    status.id = 'status';
    status.setAttribute('role', 'status');
  };

  const fits = one => called(one).toLowerCase().includes(filter.text.toLowerCase()) && (!filter.application || one.application === filter.application)
    && (!filter.changed || one.changes.length > 0);

  const sections = () => {
    const place = document.getElementById('commands');
    clear(place);
    place.replaceChildren();
    const some = data.courses.filter(fits);
    document.getElementById('status').textContent = some.length + ' of ' + counted(data.courses.length, 'command') + (data.courses.length === 1 ? ' is shown.' : ' are shown.');
    some.forEach(one => {
      const section = add(place, 'section');
      section.dataset.command = called(one);
      section.dataset.course = data.courses.indexOf(one);
      const heading = add(section, 'h3', called(one));
      heading.tabIndex = -1;
      course.draw(section, one, filter, openRun);
    });
  };

  const show = one => {
    if (!fits(one)) { Object.assign(filter, { text: '', application: '', changed: false }); render(); }
    const heading = document.querySelector('#commands section[data-course="' + data.courses.indexOf(one) + '"]').firstChild;
    heading.scrollIntoView();
    heading.focus();
  };

  /** Of the run itself if it was profiled, else of the newest profile of its version, else of the newest. */
  const flames = (place, one, i) => {
    const version = one.drawn.versions[one.drawn.version[i]] || '';
    const flame = one.flames.find(other => other.runs.includes(one.drawn.id[i])) || one.flames.find(other => other.version === version) || one.flames[0];
    if (!flame) return;
    const text = add(place, 'p', 'Flame graphs of a profile of ' + (flame.version ? 'version ' + flame.version : 'this command') + ', ' + moment(flame.at) + ': ');
    text.id = 'flames';
    flame.graphs.forEach((graph, k) => {
      text.append(k ? ', ' : '');
      Object.assign(add(text, 'a', graph.phase), { href: graph.href, target: '_blank', rel: 'noopener' });
    });
  };

  const openRun = (one, i) => {
    const dialog = document.getElementById('run');
    dialog.replaceChildren();
    const heading = add(dialog, 'h2', 'Run ' + one.drawn.id[i]);
    heading.id = 'run-title';
    const list = add(dialog, 'dl');
    course.facts(one, i).forEach(([name, value]) => { add(list, 'dt', name); add(list, 'dd', value); });
    if (one.drawn.phases.length) {
      table(dialog, 'Phases of the run', ['Phase', 'Time'], one.drawn.phases.map((phase, k) => [phase, words(one.drawn.phase_ms[k][i], 'ms')]));
    }
    flames(dialog, one, i);
    add(dialog, 'p', 'All that was recorded: ');
    add(dialog, 'code', 'java -jar perf-agent.jar runs show ' + one.drawn.id[i]);
    const close = add(add(dialog, 'p'), 'button', 'Close');
    close.type = 'button';
    close.addEventListener('click', () => dialog.close());
    dialog.showModal();
  };

  const everyCommand = () => {
    table(page, 'All commands', ['Command', 'Runs', 'Median', '95 %', 'Trend', 'Machine’s share', 'Alerts'], data.report.commands.slice(0, 500).map(one => {
      const drawn = data.courses.find(other => other.application === one.application && other.command === one.command);
      return [drawn ? { words: called(drawn), open: () => show(drawn) } : called(one), one.runs,
        words(one.timing && one.timing.median_ms, 'ms'), words(one.timing && one.timing.p95_ms, 'ms'), one.trend ? one.trend.direction : '–',
        percent(one.machine && one.machine.machine_share), Object.values(one.alerts).reduce((sum, count) => sum + count, 0)];
    }));
  };

  const render = () => {
    clear(page);
    page.replaceChildren();
    add(page, 'h1', 'perf-agent dashboard');
    answers();
    add(page, 'h2', 'Commands');
    everyCommand();
    filters();
    add(page, 'div').id = 'commands';
    add(page, 'p', 'Made ' + moment(Date.parse(data.made)) + '. All times are UTC. Charts have runs that succeeded, were warm, and were neither profiled nor part of a benchmark.', 'more');
    sections();
  };

  /** Where somebody is on the page, before it is made anew; what it returns brings them back there. */
  const whereOneIs = () => {
    const top = scrollY;
    const was = document.activeElement;
    const figure = within => within && within.closest('figure');
    const nameOf = one => one && one.closest('section').dataset.command + '\n' + one.firstChild.textContent;
    const open = new Set([...document.querySelectorAll('#commands details[open]')].map(one => nameOf(figure(one))));
    const at = was && was.closest('#commands') ? nameOf(figure(was)) : '';
    return () => {
      const now = was && was.name ? page.querySelector('[name="' + was.name + '"]') : null;
      if (now) now.focus({ preventScroll: true });
      if (now && now.type === 'search') now.setSelectionRange(was.selectionStart, was.selectionEnd);
      document.querySelectorAll('#commands figure').forEach(one => {
        one.querySelector('details').open = open.has(nameOf(one));
        if (at && nameOf(one) === at) one.querySelector(was.localName === 'summary' ? 'summary' : '.chart').focus({ preventScroll: true });
      });
      scrollTo({ top, behavior: 'instant' });
    };
  };

  const live = Number(source.dataset.live);
  const poll = async tag => {
    let next = tag;
    try {
      const answer = await fetch('data.json', { headers: { 'If-None-Match': tag }, cache: 'no-store' });
      if (answer.status === 200) {
        next = answer.headers.get('ETag');
        data = read(await answer.text());
        const back = whereOneIs();
        render();
        back();
      }
    } catch (gone) {
      document.getElementById('status').textContent = 'The server does not answer; the page is as it was.';
    }
    setTimeout(() => poll(next), live);
  };

  const dialog = add(document.body, 'dialog');
  dialog.id = 'run';
  dialog.setAttribute('aria-labelledby', 'run-title');
  render();
  onTheme(render);
  if (live) setTimeout(() => poll(source.dataset.tag), live);
})();
