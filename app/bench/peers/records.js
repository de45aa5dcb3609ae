'use strict';
// The records that both sides of the comparison carry: lines of a server's canonical dump, one JSON object each.
const fs = require('fs');
const readline = require('readline');

const AT_ONCE = 2000; // documents a bulk save while a database is filled; not measured

// One document a record: its number is the key, the rest as it is in the dump.
function documentOf(line) {
    const { record, ...rest } = JSON.parse(line);
    return { _id: record, ...rest };
}

async function fill(database, file) {
    let batch = [];
    const save = async () => {
        for (const answer of await database.bulkDocs(batch)) {
            if (answer.error) throw new Error(`a document was refused: ${answer.name}`);
        }
        batch = [];
    };
    for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
        batch.push(documentOf(line));
        if (batch.length === AT_ONCE) await save();
    }
    if (batch.length > 0) await save();
}

// What is held, read document by document: how many, and the sum of their lengths, so that an empty document does not
// pass for the one that was sent.
async function held(database) {
    let documents = 0;
    let bytes = 0;
    for (let from = {}; ;) {
        const { rows } = await database.allDocs({ include_docs: true, limit: AT_ONCE, ...from });
        for (const { doc } of rows) {
            const { _id, _rev, ...rest } = doc;
            documents += 1;
            bytes += JSON.stringify(rest).length;
        }
        if (rows.length < AT_ONCE) return { documents, bytes };
        from = { startkey: rows[rows.length - 1].id, skip: 1 };
    }
}

module.exports = { fill, held };
