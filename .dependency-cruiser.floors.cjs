'use strict';

/**
 * The libraries by floors, from the ground up. A library imports only those of the floors below its own: not those above, and not
 * its neighbours. A new library takes its place here.
 */
exports.FLOORS = [
  { libraries: ['kernel'], holds: 'days, shares, ids, refusals: words of everybody' },
  { libraries: ['concurrency'], holds: 'time-outs, retries, mutexes' },
  {
    libraries: ['access', 'sqlite', 'mongodb', 'shapes', 'tables', 'documents', 'sentences'],
    holds: 'roles; drivers; files in and out, paper',
  },
  { libraries: ['event-store', 'http'], holds: 'the log; what every route shares' },
  { libraries: ['read-store', 'people', 'imports'], holds: 'read models, keys, how far an import is' },
  { libraries: ['deciding', 'moving'], holds: 'from a command to its events; histories through files' },
  { libraries: ['processing'], holds: 'what follows the log' },
  { libraries: ['installation'], holds: 'all of these, opened in one place' },
  { libraries: ['telemetry'], holds: 'what looks on' },
  {
    libraries: ['lifecycle', 'territory'],
    holds: 'a process that starts and stops; the places that every rule is about',
  },
  {
    libraries: ['convention', 'demo', 'cells'],
    holds: 'what the territory has agreed on; a territory made up; values as an office writes them',
  },
  { libraries: ['accounts'], holds: 'the people who sign in, and what they prove it with' },
  {
    libraries: ['fragility', 'readings', 'tokens'],
    holds: 'notes: of places and conventions, of no lease; who read names, on what day; who may come in, and where',
  },
  { libraries: ['allocation'], holds: 'leases' },
  { libraries: ['criteria'], holds: 'who has priority, and under which ceilings of income' },
  { libraries: ['compliance'], holds: 'figures: leases held against places, notes and conventions' },
  {
    libraries: ['prefect', 'rehousing', 'dictionary', 'views'],
    holds: 'who reads figures, or counts beside them; the names of it all, and what people keep of lists, for pages',
  },
  { libraries: ['vacancy'], holds: 'from a free dwelling to a lease' },
  { libraries: ['flow'], holds: 'what each holder is owed of the vacancies, and was given' },
  { libraries: ['audit', 'exchange'], holds: 'what goes through all of them: histories, files in' },
  { libraries: ['product'], holds: 'what an installation is made of' },
  { libraries: ['service'], holds: 'all of it over HTTP' },
];
