#include "tests/sync/wire/messages_story.h"

#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "sync/wire/body_codec.h"

namespace frontsheet::wire::story {

FieldSet visitNote() {
    FieldSet note;
    note.put(contact_note::kText,
             std::string{"Mrs O'Neill, née Żółć, at home.\nSaid: \"أريد البقاء في البيت\" 在家\tNull True"});
    note.put(contact_note::kState, std::string{"signed"});
    note.put(contact_note::kKind, std::string{"visit"});
    note.put(contact_note::kSignedAt, WallTime{1'795'248'000'000});
    note.put(contact_note::kAuthor, WorkerId{"W012"});
    return note;
}

IncomingRecord received(std::uint8_t last, RecordType type, const FieldSet& fields) {
    IncomingRecord record;
    record.header.id = id<RecordId>(last);
    record.header.type = type;
    record.header.home = kTrust;
    record.header.person = id<PersonId>(0x77);
    record.header.category = Category::ContactNote;
    record.header.version = HomeVersion{3};
    record.header.authorAgency = kTrust;
    record.header.author = WorkerId{"W012"};
    record.header.occurredAt = WallTime{1'795'248'000'000};
    record.header.recordedAt = WallTime{1'795'248'060'000};
    record.body = encodeBody(fields);
    return record;
}

Intent writesNote(std::uint8_t op, const AgencyId& home) {
    Intent intent;
    intent.op = id<OpId>(op);
    intent.record = id<RecordId>(op);
    intent.type = RecordType::ContactNote;
    intent.home = home;
    intent.person = id<PersonId>(0x77);
    intent.category = Category::ContactNote;
    intent.edits = difference({}, visitNote());
    intent.occurredAt = WallTime{1'795'248'000'000};
    return intent;
}

SyncRequest morningPush() {
    SyncRequest request;
    request.requestNo = 7;
    request.agency = kTrust;
    request.push = {{1, writesNote(0x11)}, {2, writesNote(0x12)}};
    request.push[1].intent.after = id<OpId>(0x11);
    request.push[1].intent.replaces = id<OpId>(0x10);
    request.push[1].intent.transaction = id<TransactionId>(0x44);
    request.push[1].intent.base = HomeVersion{2};
    request.push[1].intent.edits[0].before = textValue("Draft");
    request.push[1].intent.edits[1].after.reset();
    request.push[1].intent.edits[1].before = textValue("draft");
    request.have.epoch = id<Epoch>(0xE0);
    request.have.feedSeq = 412;
    request.have.heldHash = 0x1122334455667788u;
    request.have.partial = {{"p/77/contact-note/care-team", 400, std::string(16, '\x05')}};
    return request;
}

SyncReply firstPages() {
    SyncReply reply;
    reply.agency = kTrust;
    reply.epoch = id<Epoch>(0xE0);
    reply.results = {{id<OpId>(0x11), IntentOutcome::Applied, ErrorCode{}, HomeVersion{1}},
                     {id<OpId>(0x12), IntentOutcome::Refused, ErrorCode::Immutable, HomeVersion{}}};
    reply.grants.gone = {"p/76/contact-note/care-team"};
    reply.grants.granted = {{"p/78/contact-note/care-team", 410, {}}};
    IncomingPage snapshot;
    snapshot.scope = "p/77/contact-note/care-team";
    snapshot.resumeKey = std::string(16, '\x06');
    snapshot.scopeComplete = true;
    snapshot.upserts = {received(0x06, RecordType::ContactNote, visitNote())};
    IncomingPage feed;
    feed.removed = {id<RecordId>(0x05)};
    feed.feedSeq = 415;
    reply.pages = {snapshot, feed};
    reply.more = true;
    reply.feedHead = 420;
    reply.safeSeq = 419;
    reply.retryAfter = std::chrono::milliseconds{1500};
    reply.serverTime = WallTime{1'795'248'060'123};
    reply.sendHeld = true;
    return reply;
}

} // namespace frontsheet::wire::story
