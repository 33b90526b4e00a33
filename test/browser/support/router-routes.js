'use strict';

/** The router's own list. It names the pages, which the tests' configuration of types cannot read, so the list comes in untyped and gets its type beside. */
const { ROUTES } = require('../../../apps/web/src/routes');

module.exports = { ROUTES };
