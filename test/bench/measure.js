const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

/**
 * Throws away what preparing a round left behind, and settles what it made: while a clock runs, the machine then works for what is
 * measured alone. To be called before either side's turn.
 */
function settle() {
  collect();
}

/** The middle of the rounds. */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** A figure of `ours` beside its yardstick, round by round; the ratio is the median of each round's own. */
function ratioFigure({ name, unit, target, better = 'higher' }, pairs) {
  return {
    name,
    unit,
    ours: Math.round(median(pairs.map(({ ours }) => ours))),
    yardstick: Math.round(median(pairs.map(({ yardstick }) => yardstick))),
    ratio: median(pairs.map(({ ours, yardstick }) => ours / yardstick)),
    target,
    better,
  };
}

/** A figure held against a fixed limit. */
function limitFigure({ name, unit, limit }, values) {
  const ours = median(values);
  return {
    name,
    unit,
    ours: Math.round(ours * 10) / 10,
    yardstick: limit,
    ratio: ours / limit,
    target: 1,
    better: 'lower',
  };
}

/** So many of what was asked. */
function countFigure({ name, unit, of, target = 1 }, count) {
  return { name, unit, ours: count, yardstick: of, ratio: count / of, target, better: 'higher' };
}

module.exports = { settle, countFigure, median, ratioFigure, limitFigure };
