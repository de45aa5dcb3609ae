'use strict';
// The device's side of the PouchDB peer: one replication between its own LevelDB and a server, then what is held.
//
//   node pouchdb_device.js pull FOLDER URL BATCH          from the server's database at URL
//   node pouchdb_device.js fill FOLDER FILE               its own database, of the records in FILE; not measured
//   node pouchdb_device.js push FOLDER URL BATCH          to it
//
// One JSON object on standard output.
const path = require('path');
const PouchDB = require('pouchdb');
const { fill, held } = require('./records.js');
const { used } = require('./used.js');

const BATCHES_AHEAD = 10; // batches_limit, its default; more made nothing faster

async function replicate(source, target, batch) {
    const before = used();
    const began = process.hrtime.bigint();
    const done = await PouchDB.replicate(source, target, { batch_size: batch, batches_limit: BATCHES_AHEAD });
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    const after = used();
    if (!done.ok || done.errors.length > 0 || done.doc_write_failures > 0) throw new Error('the replication failed');
    return {
        records: done.docs_written,
        seconds,
        records_per_s: done.docs_written / seconds,
        device_processor_s: after.processor_s - before.processor_s,
        device_peak_mib: after.peak_mib,
    };
}

async function main([what, folder, where, batch]) {
    const own = new PouchDB(path.join(folder, 'records'));
    let figures = {};
    if (what === 'fill') {
        await fill(own, where);
    } else if (what === 'pull') {
        figures = await replicate(new PouchDB(where), own, Number(batch));
    } else if (what === 'push') {
        figures = await replicate(own, new PouchDB(where), Number(batch));
    } else {
        throw new Error('pull, fill or push');
    }
    console.log(JSON.stringify({ ...figures, ...(await held(own)) }));
    await own.close();
}

main(process.argv.slice(2)).then(() => process.exit(0), (error) => {
    console.error(error);
    process.exit(1);
});
