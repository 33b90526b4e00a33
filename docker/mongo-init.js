/* global Mongo, sleep, print */
'use strict';
/*
 * Run by mongosh: makes the replica set, then the user that Mixité connects as. What exists already is left as it is, but the
 * password, which becomes the one given.
 */
const SET = 'mixite';
/** The read models, and the keys apart from them. */
const DATABASES = ['mixite', 'mixite_keys'];
const MEMBERS = ['mongo-1:27017', 'mongo-2:27017', 'mongo-3:27017'];
const NOT_YET_INITIALIZED = 94;
const TRIES = 60;

const { readFileSync } = require('node:fs');
const rootPassword = readFileSync(process.env.MONGO_ROOT_PASSWORD_FILE, 'utf8').trim();
const root = `root:${encodeURIComponent(rootPassword)}`;

/** Users are made on the first member alone: until the set exists it must be asked directly. */
function initiate() {
  const admin = new Mongo(`mongodb://${root}@${MEMBERS[0]}/admin?directConnection=true`).getDB('admin');
  if (statusCodeOf(admin) !== NOT_YET_INITIALIZED) return;
  const members = MEMBERS.map((host, index) => ({ _id: index, host }));
  admin.runCommand({ replSetInitiate: { _id: SET, members } });
}

/** 0 where the set exists. */
function statusCodeOf(admin) {
  try {
    const { ok, code } = admin.runCommand({ replSetGetStatus: 1 });
    return ok === 1 ? 0 : code;
  } catch (error) {
    return error.code;
  }
}

/** The database as the set's primary holds it, once one is elected. */
function primary() {
  for (let left = TRIES; ; left -= 1) {
    try {
      const database = new Mongo(`mongodb://${root}@${MEMBERS.join(',')}/?authSource=admin&replicaSet=${SET}`).getDB(
        SET,
      );
      if (database.runCommand({ hello: 1 }).isWritablePrimary) return database;
    } catch (error) {
      if (left === 0) throw error;
    }
    if (left === 0) throw new Error('no primary was elected');
    sleep(1_000);
  }
}

function giveAccess(database) {
  const user = { pwd: process.env.MONGODB_PASSWORD, roles: DATABASES.map((db) => ({ role: 'readWrite', db })) };
  const { users } = database.runCommand({ usersInfo: SET });
  if (users.length === 0) database.runCommand({ createUser: SET, ...user });
  else database.runCommand({ updateUser: SET, ...user });
}

initiate();
giveAccess(primary());
print('the replica set and its user are there');
