'use strict';
// Charts, each with a table of the same values and a text for who does not see it. Nothing here knows what the data is about.
const charts = (() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const themes = {
    light: { text: '#333', grid: '#e2e2e2', bad: '#b3261e', ink: '#1f5fa8', pale: '#8d99a6', band: '#1f5fa833',
      layers: ['#1f5fa8', '#c77700', '#2e7d4f', '#8e4ec6', '#a33b3b', '#4f6d7a', '#999999'] },
    dark: { text: '#ddd', grid: '#444', bad: '#ff8a80', ink: '#8ab8f0', pale: '#7f8b97', band: '#8ab8f033',
      layers: ['#8ab8f0', '#f0b45a', '#7ddb9b', '#c9a6f5', '#f08d8d', '#9fc0cf', '#aaaaaa'] },
  };
  let onPaper = false;
  const theme = () => dark.matches && !onPaper ? themes.dark : themes.light;

  const add = (parent, name, words, kind) => {
    const element = document.createElement(name);
    if (words !== undefined) element.textContent = words;
    if (kind) element.className = kind;
    parent.append(element);
    return element;
  };

  const known = value => value !== null && value !== undefined;
  const units = {
    ms: value => value < 10 ? +value.toFixed(2) + ' ms' : value < 1000 ? Math.round(value) + ' ms' : (value / 1000).toFixed(2) + ' s',
    mb: value => Math.round(value * 10) / 10 + ' MB',
    count: value => String(Math.round(value * 10) / 10),
    percent: value => (value < 0.1 ? Math.round(value * 1000) / 10 : Math.round(value * 100)) + ' %',
  };
  const words = (value, unit) => known(value) ? units[unit](value) : '–';
  const counted = (count, thing) => count + ' ' + thing + (count === 1 ? '' : 's');
  const moment = ms => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

  const dates = (seconds, step) => step < 60 ? new Date(seconds * 1000).toISOString().slice(11, step < 1 ? 21 : 19)
    : step < 86400 ? new Date(seconds * 1000).toISOString().slice(5, 16).replace('T', ' ')
      : new Date(seconds * 1000).toISOString().slice(0, 10);

  /** rows: lists of texts or of {words, open}, which becomes a button. */
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
    rows.forEach(row => {
      const line = add(body, 'tr');
      row.forEach(cell => {
        if (cell !== null && typeof cell === 'object') {
          const button = add(add(line, 'td'), 'button', cell.words);
          button.type = 'button';
          button.addEventListener('click', cell.open);
        } else add(line, 'td', String(cell));
      });
    });
    return box;
  };

  const waiting = new Map();
  const observer = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => draw(entry.target)),
    { rootMargin: '400px' });
  const draw = place => {
    const make = waiting.get(place);
    waiting.delete(place);
    observer.unobserve(place);
    if (make) make();
  };
  const resizing = new ResizeObserver(entries => entries.forEach(({ target }) => {
    if (target.uplot && target.clientWidth) target.uplot.setSize({ width: target.clientWidth, height: target.uplot.height });
  }));
  const repaint = () => document.querySelectorAll('.chart[data-drawn]').forEach(place => place.uplot.redraw(false));
  /** All charts are printed, and dark on white whatever the screen is. */
  addEventListener('beforeprint', () => {
    onPaper = true;
    [...waiting.keys()].forEach(draw);
    repaint();
  });
  // The browser is still as for paper when it says that it is done.
  addEventListener('afterprint', () => requestAnimationFrame(() => {
    onPaper = false;
    repaint();
  }));

  /** color: a function, because a chart is drawn anew for paper. */
  const drawing = (one, color) => {
    const paths = one.draw === 'points' ? () => null : one.draw === 'bars' ? uPlot.paths.bars({ size: [0.9], align: 1 }) : undefined;
    return { label: one.label, scale: one.scale || 'y', stroke: one.hidden ? 'transparent' : color, width: one.draw === 'line' ? 2 : 1,
      fill: one.draw === 'area' || one.draw === 'bars' ? color : undefined, paths,
      points: one.draw === 'points' ? { show: true, size: 4, fill: color, stroke: color } : { show: one.sparse === true, size: 5 },
      value: (_, value) => words(value, one.unit) };
  };

  /**
   * one: { title, about, x, series, height, marks, names, band, rows, heads, caption, time, pick }. x: ms since 1970, or what unit
   * says. Of series: label, values, unit, draw, color, scale. marks: { at, words }. names: what begins where, written above.
   */
  const chart = (parent, one) => {
    const figure = add(parent, 'figure');
    add(figure, 'figcaption', one.title);
    const place = add(figure, 'div', undefined, 'chart');
    place.setAttribute('role', 'group');
    place.setAttribute('aria-roledescription', 'chart');
    place.setAttribute('aria-label', one.title + '. ' + one.about + ' The table below it has the same values.');
    place.style.minHeight = (one.height || 220) + 'px';
    const details = add(figure, 'details');
    add(details, 'summary', one.caption);
    details.addEventListener('toggle', () => {
      if (details.open && !details.querySelector('table')) table(details, one.title, one.heads, one.rows());
    });
    const isTime = one.time !== false;
    waiting.set(place, () => {
      const text = () => theme().text, grid = () => theme().grid;
      const x = isTime ? one.x.map(ms => ms / 1000) : one.x;
      const axis = { stroke: text, grid: { stroke: grid, width: 1 }, ticks: { stroke: grid, width: 1 } };
      const scales = [...new Set(one.series.map(series => series.scale || 'y'))];
      const low = x[0], high = x[x.length - 1];
      // A bar stands to the right of its place, so the last one needs room.
      const last = one.series[0].draw === 'bars' && x.length > 1 ? x[1] - x[0] : 0;
      const names = (one.names || []).map(name => ({ at: name.at / 1000, words: name.words }));
      const room = place.clientWidth / 90;
      const shown = names.filter((name, i) => names.slice(0, i).every(other => name.at - other.at > (high - low) / room || other === name));
      place.uplot = new uPlot({
        width: Math.max(200, place.clientWidth), height: one.height || 220,
        tzDate: ts => uPlot.tzDate(new Date(ts * 1000), 'Etc/UTC'),
        legend: { show: one.series.length > 1, live: one.live !== false },
        cursor: { drag: { x: isTime, y: false } },
        scales: { x: { time: isTime, range: (_, from, to) => from === to ? [from - 1, to + 1] : [from, to + last] },
          ...Object.fromEntries(scales.map(scale => [scale, { range: (_, from, to) => [0, known(to) && to > 0 ? to * 1.06 : 1] }])) },
        series: [{ value: (_, value) => known(value) ? isTime ? moment(value * 1000) : words(value, one.unit) : '–' },
          ...one.series.map((series, i) => drawing(series, () => series.color ? theme()[series.color] : theme().layers[i % 7]))],
        bands: one.band ? [{ series: one.band, fill: () => theme().band }] : [],
        axes: [isTime ? { ...axis, space: 90, values: (_, ticks, axis_, space, step) => ticks.map(tick => dates(tick, step)) } : { ...axis, values: (_, ticks) => ticks.map(tick => words(tick, one.unit)) },
          ...scales.map((scale, i) => {
            const { unit } = one.series.find(series => (series.scale || 'y') === scale);
            return { ...axis, scale, side: i ? 1 : 3, size: 64, grid: i ? { show: false } : axis.grid,
              values: (_, ticks) => ticks.map(tick => unit === 'count' && tick % 1 ? '' : words(tick, unit)) };
          }),
          ...(shown.length ? [{ ...axis, scale: 'x', side: 0, size: 28, grid: { show: false }, splits: () => shown.map(name => name.at),
            filter: (_, splits) => splits, values: () => shown.map(name => name.words) }] : [])],
        hooks: { draw: [plot => mark(plot, one.marks || [])] },
      }, [x, ...one.series.map(series => series.values)], place);
      place.dataset.drawn = 'yes';
      resizing.observe(place);
      if (one.pick) pickable(place, one);
    });
    observer.observe(place);
    return figure;
  };

  const mark = (plot, marks) => {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.strokeStyle = theme().bad;
    ctx.fillStyle = theme().bad;
    ctx.lineWidth = 2;
    ctx.setLineDash([6, 4]);
    marks.forEach(({ at, words: label }) => {
      const x = plot.valToPos(at / 1000, 'x', true);
      if (x < bbox.left || x > bbox.left + bbox.width) return;
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      ctx.textAlign = x > bbox.left + bbox.width * 0.8 ? 'right' : 'left';
      ctx.fillText(' ' + label + ' ', x, bbox.top + 12 * devicePixelRatio);
    });
    ctx.restore();
  };

  /** one.pick: { points: [{ x, y, words }], open(index) }; by pointer, or by arrow keys and Enter. */
  const pickable = (place, one) => {
    const plot = place.uplot, { points, open } = one.pick;
    const spoken = add(place, 'p', 'Arrow keys go from run to run, Enter opens one.', 'spoken');
    spoken.setAttribute('aria-live', 'polite');
    let current = -1;
    const at = i => ({ left: plot.valToPos(points[i].x / 1000, 'x'), top: plot.valToPos(points[i].y, 'y') });
    plot.over.addEventListener('click', event => {
      const box = plot.over.getBoundingClientRect();
      let best = -1, least = 900;
      points.forEach((_, i) => {
        const { left, top } = at(i), distance = (left - event.clientX + box.left) ** 2 + (top - event.clientY + box.top) ** 2;
        if (distance < least) { least = distance; best = i; }
      });
      if (best >= 0) open(best);
    });
    place.tabIndex = 0;
    place.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowLeft: -1, PageDown: 20, PageUp: -20, Home: -points.length, End: points.length }[event.key];
      if (step) {
        event.preventDefault();
        current = Math.max(0, Math.min(points.length - 1, current + step));
        plot.setCursor(at(current));
        spoken.textContent = points[current].words;
      } else if (event.key === 'Enter' && current >= 0) open(current);
    });
  };

  /** Forgets charts that are about to go. */
  const clear = parent => parent.querySelectorAll('.chart').forEach(place => {
    waiting.delete(place);
    observer.unobserve(place);
    resizing.unobserve(place);
    if (place.uplot) place.uplot.destroy();
  });

  return { add, known, words, counted, moment, table, chart, clear, onTheme: change => dark.addEventListener('change', change) };
})();
