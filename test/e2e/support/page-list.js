'use strict';

/** How the page of leases reads its address, and what it asks of the API for it. Untyped, because the tests' configuration of types cannot read the pages. */
const { allocationFilters, exportAddress, pageQuery } = require('../../../apps/web/src/url/allocation-list');
const { valuesAfter } = require('../../../apps/web/src/url/filters');
const { parseSearch, stringifySearch } = require('../../../apps/web/src/url/search');

module.exports = { allocationFilters, exportAddress, pageQuery, valuesAfter, parseSearch, stringifySearch };
