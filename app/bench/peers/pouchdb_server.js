'use strict';
// express-pouchdb over LevelDB on loopback, without TLS. On standard output "listening PORT"; then one answer for each
// line of standard input:
//
//   fill NAME FILE   a database of the records in FILE    -> "filled NAME"
//   held NAME        what is in it                        -> "held {documents, bytes}"
//   used             this process so far                  -> "used {processor_s, peak_mib}"
//
// It ends with its input.
const path = require('path');
const readline = require('readline');
const express = require('express');
const PouchDB = require('pouchdb');
const { fill, held } = require('./records.js');
const { used } = require('./used.js');

const folder = path.resolve(process.argv[2]);
const Database = PouchDB.defaults({ prefix: folder + path.sep });

const answers = {
    async fill(name, file) {
        await fill(new Database(name), file);
        return `filled ${name}`;
    },
    async held(name) {
        return `held ${JSON.stringify(await held(new Database(name)))}`;
    },
    async used() {
        return `used ${JSON.stringify(used())}`;
    },
};

async function listenToCommands() {
    for await (const line of readline.createInterface({ input: process.stdin })) {
        const [verb, ...words] = line.split(' ');
        console.log(await answers[verb](...words));
    }
    process.exit(0);
}

const app = express();
// The least of its modes: replication alone, no browser's pages, no sessions, no log of requests in a file.
app.use('/', require('express-pouchdb')(Database, {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: path.join(folder, 'requests.log'),
}));
const server = app.listen(0, '127.0.0.1', () => {
    console.log(`listening ${server.address().port}`);
    listenToCommands();
});
