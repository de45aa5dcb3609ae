#include "sync/server/pull.h"

#include "core/base/planted_bug.h"
#include "core/domain/going_on.h"
#include "core/domain/sharing/record_view.h"
#include "sync/server/disclosure/release_terms.h"
#include "sync/server/held_comparison.h"
#include "sync/server/limits.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace frontsheet {

namespace {

// Headers of a record on the wire, about: ids, versions, times, codes.
constexpr std::size_t kHeaderBytes = 80;

// Nothing of it is withheld.
bool isWhole(const Record& record, const sharing::Decision& decision) {
    const auto isReleased = [&](FieldTag tag) {
        const auto bit = sharing::bitOf(record.type, tag);
        return bit ? decision.fields.has(*bit) : decision.newer == sharing::NewerFields::Released;
    };
    const auto& others = record.fields.others();
    return std::all_of(record.fields.begin(), record.fields.end(),
                       [&](const auto& entry) { return isReleased(entry.first); }) &&
           std::all_of(others.begin(), others.end(), [&](const OtherVersion& other) {
               return std::all_of(other.says.begin(), other.says.end(),
                                  [&](const OtherVersion::Said& said) { return isReleased(said.field); });
           });
}

} // namespace

Result<void> Pull::fill(wire::SyncReply& reply, const wire::SyncRequest& request) {
    FS_ASSIGN(const auto head, m_ledger.head());
    reply.epoch = head.epoch;
    reply.feedHead = head.feedSeq;
    reply.safeSeq = head.safeSeq;
    reply.reconciling = head.reconciling;
    const bool isPartner = m_viewer.agency != m_ledger.home();
    if (request.wanted == wire::Wanted::ResultsOnly ||
        (head.reconciling && isPartner && !planted(PlantedBug::ReconcilingReleases))) {
        return ok(); // what was taken away after the backup may not be known here: partners wait until somebody has looked
    }
    const auto packed = std::clamp(request.maxBytes, server_limits::kMinPageBytes, server_limits::kPageBytes);
    m_maxBytes = static_cast<std::size_t>(packed) * server_limits::kPackingRatio;
    m_maxRecords = wire::kMaxRecordsPerReply;

    const auto& have = request.have;
    if (!have.epoch.isNull() && have.epoch != head.epoch) {
        // The ledger was restored: the device starts over and comes back.
        reply.more = true;
        return ok();
    }
    if (!settleGrants(reply, have, head)) {
        reply.more = true;
        return ok();
    }
    FS_TRY(askAgain(reply, request));
    // Scopes granted just now first: the device cannot have named them yet.
    std::vector<ScopeProgress> waiting = reply.grants.granted;
    for (const auto& progress : have.partial) {
        const bool lost =
            std::find(reply.grants.gone.begin(), reply.grants.gone.end(), progress.scope) != reply.grants.gone.end();
        // Begun anew in this reply, as something shared that goes a second time before it was all fetched: not beside itself.
        const bool anew = std::any_of(reply.grants.granted.begin(), reply.grants.granted.end(),
                                      [&](const ScopeProgress& granted) { return granted.scope == progress.scope; });
        // What is fetched again is in no grant of its own: what of it is released, the decision and the grants say.
        if (!lost && !anew && (m_grants.holds(progress.scope) || isAgain(progress.scope))) {
            waiting.push_back(progress);
        }
    }
    for (const auto& progress : waiting) {
        FS_ASSIGN(const bool complete, snapshot(reply, progress));
        if (!complete || isFull() || reply.pages.size() >= wire::kMaxPagesPerReply) {
            break;
        }
    }
    FS_TRY(sendAgain(reply, have));
    if (!waiting.empty()) {
        reply.more = true; // more of these, or the feed since
        return ok();
    }
    FS_TRY(feed(reply, have.feedSeq, head.feedSeq));
    const bool asItIsHeld = reply.grants.gone.empty() && reply.grants.granted.empty() && !reply.more;
    return asItIsHeld ? HeldComparison(m_ledger, m_grants, *this).answer(reply, have.spans, m_moved) : ok();
}

Result<void> Pull::sendAgain(wire::SyncReply& reply, const wire::Have& have) {
    if (have.wanted.empty()) {
        return ok();
    }
    IncomingPage page;
    page.feedSeq = have.feedSeq;
    std::vector<Told> told;
    for (const auto& id : have.wanted) {
        FS_ASSIGN(const auto found, m_ledger.record(id));
        FS_ASSIGN(auto sent, found ? released(KeptRecord{found->header, found->body})
                                   : Result<std::optional<Released>>{std::optional<Released>{}});
        if (!sent) {
            page.removed.push_back(id); // what is not there is answered like what is withheld
            continue;
        }
        ++m_records;
        m_bytes += sent->record.body.size() + kHeaderBytes;
        page.upserts.push_back(std::move(sent->record));
        told.push_back(sent->told);
        if (isFull()) {
            break; // the others with the next comparison
        }
    }
    log(page, told);
    reply.pages.push_back(std::move(page));
    return ok();
}

// False when the device must list what it holds first.
bool Pull::settleGrants(wire::SyncReply& reply, const wire::Have& have, const LedgerHead& head) {
    const bool fromTheFuture = have.feedSeq > head.feedSeq;
    if (have.heldHash == m_grants.heldHash() && !fromTheFuture && !have.held) {
        return true;
    }
    // The hash of nothing is 0, so a device that holds nothing need not say so twice.
    if (!have.held && have.heldHash != 0) {
        reply.sendHeld = true;
        return false;
    }
    const std::vector<std::string> none;
    const auto& listed = have.held ? *have.held : none;
    const std::set<std::string, std::less<>> held(listed.begin(), listed.end());
    std::vector<Scope> gone;
    for (const auto& name : held) {
        if (fromTheFuture || !m_grants.holds(name)) {
            reply.grants.gone.push_back(name);
            if (auto key = ScopeKey::named(name)) {
                gone.push_back(std::move(key->scope));
            }
        }
    }
    std::vector<const Scope*> kept;
    for (const auto& granted : m_grants.scopes()) {
        if (fromTheFuture || !held.contains(granted.name)) {
            reply.grants.granted.push_back(
                {granted.name, head.feedSeq, {}, granted.lease.softHours, granted.lease.hardHours});
        } else {
            kept.push_back(&granted.key.scope);
        }
    }
    fetchAgain(reply, gone, kept, head);
    if (held.empty() || fromTheFuture) {
        // With no scope whole before, nothing before this moment is of interest in the feed.
        IncomingPage start;
        start.feedSeq = head.feedSeq;
        reply.pages.push_back(std::move(start));
    }
    return true;
}

// A device that holds nothing whole has started over, as after a restore, and lists no scope to be taken back. What it was asked
// to remove before that and has not said is gone is asked again, so that nobody waits for ever to hear that it is.
Result<void> Pull::askAgain(wire::SyncReply& reply, const wire::SyncRequest& request) {
    const auto& have = request.have;
    if (have.heldHash != 0 || (have.held && !have.held->empty())) {
        return ok();
    }
    FS_ASSIGN(const auto asked, m_ledger.removals().removalsFrom(m_viewer.device));
    for (const auto& removal : asked) {
        const bool open =
            !removal.confirmedAt.isKnown() && ScopeKey::named(removal.scope) && !m_grants.holds(removal.scope);
        const bool saidNow =
            std::find(request.removed.begin(), request.removed.end(), removal.number) != request.removed.end();
        if (open && !saidNow) {
            reply.grants.gone.push_back(removal.scope);
        }
    }
    return ok();
}

// The device drops all that a scope covered which went; what one that stays gives of it, it fetches again.
void Pull::fetchAgain(wire::SyncReply& reply, const std::vector<Scope>& gone, const std::vector<const Scope*>& kept,
                      const LedgerHead& head) const {
    std::vector<const Scope*> everyone;
    std::unordered_map<PersonId, std::vector<const Scope*>> persons;
    for (const Scope* stays : kept) {
        (stays->person.isNull() ? everyone : persons[stays->person]).push_back(stays);
    }
    std::set<std::string> names;
    const auto meet = [&names](const Scope& went, const std::vector<const Scope*>& staying) {
        for (const Scope* stays : staying) {
            if (auto shared = sharedBy(went, *stays)) {
                names.insert(ScopeKey{std::move(*shared), 0, ScopeKey::Turn::Again}.name());
            }
        }
    };
    for (const auto& went : gone) {
        if (went.person.isNull()) {
            meet(went, kept);
            continue;
        }
        meet(went, everyone);
        if (const auto about = persons.find(went.person); about != persons.end()) {
            meet(went, about->second);
        }
    }
    for (const auto& name : names) {
        reply.grants.granted.push_back({name, head.feedSeq, {}});
    }
}

RecordRange rangeOf(const Scope& scope) {
    RecordRange range;
    range.person = scope.person;
    range.category = scope.category;
    switch (scope.kind) {
    case Scope::Kind::Directory:
        range.of = RecordRange::Of::Directory;
        break;
    case Scope::Kind::Everyone:
        range.of = RecordRange::Of::Category;
        break;
    case Scope::Kind::Person:
        range.of = RecordRange::Of::PersonsCategory;
        break;
    case Scope::Kind::Referral:
        range.of = RecordRange::Of::Person;
        break;
    case Scope::Kind::Withheld:
        break;
    }
    return range;
}

Result<std::optional<IncomingRecord>> Pull::asSent(const KeptRecord& kept, const Scope& within) const {
    FS_ASSIGN(auto sent, released(kept, &within));
    return sent ? std::optional{std::move(sent->record)} : std::nullopt;
}

// A page of one scope from its resume key on; true when the scope is complete with it.
Result<bool> Pull::snapshot(wire::SyncReply& reply, const ScopeProgress& progress) {
    const auto key = ScopeKey::named(progress.scope);
    if (!key || key->scope.kind == Scope::Kind::Withheld) {
        IncomingPage nothing; // of what is withheld nothing comes but its name
        nothing.scope = progress.scope;
        nothing.scopeComplete = true;
        reply.pages.push_back(std::move(nothing));
        return true;
    }
    const Scope& scope = key->scope;
    RecordRange range = rangeOf(scope);
    if (!progress.resumeKey.empty()) {
        FS_ASSIGN(range.after, RecordId::fromRaw(progress.resumeKey));
    }
    IncomingPage page;
    page.scope = progress.scope;
    page.resumeKey = progress.resumeKey;
    page.scopeComplete = true;
    std::vector<Told> told;
    // Where a page ends depends on what is in it alone, and its key names the last of that: how many there are between, and which, is
    // nothing to whoever may not have them. Only of very many is so much said that there are some.
    RecordId looked;
    RecordId sentLast;
    std::size_t withheld = 0;
    FS_TRY(m_ledger.records(range, [&](const KeptRecord& kept) -> Result<Walk> {
        if (isFull() || withheld >= server_limits::kWithheldPassedOver) {
            page.scopeComplete = false;
            const auto from = isFull() ? sentLast : whereToGoOn(looked, range.after, sentLast);
            page.resumeKey = planted(PlantedBug::ResumeKeyOffByOne) ? kept.header.id.raw() : from.raw();
            return Walk::Stop;
        }
        looked = kept.header.id;
        FS_ASSIGN(auto sent, released(kept, &scope));
        if (!sent) {
            ++withheld;
            return Walk::On;
        }
        ++m_records;
        m_bytes += sent->record.body.size() + kHeaderBytes;
        sentLast = sent->record.header.id;
        page.upserts.push_back(std::move(sent->record));
        told.push_back(sent->told);
        return Walk::On;
    }));
    log(page, told);
    const bool complete = page.scopeComplete;
    reply.pages.push_back(std::move(page));
    return complete;
}

// One page of the feed, cut only where a transaction ends. A record that changed again later goes once, in its newest version,
// at its last change.
Result<void> Pull::feed(wire::SyncReply& reply, std::uint64_t after, std::uint64_t head) {
    if (after >= head) {
        return ok();
    }
    IncomingPage page;
    page.feedSeq = after;
    struct Gathered {
        std::vector<IncomingRecord> upserts;
        std::vector<Told> told;
        std::vector<RecordId> removed;
    } transaction;
    std::vector<Told> told;
    std::size_t looked = 0;
    std::size_t removed = 0;
    bool whole = true;
    FS_TRY(m_ledger.feed(after, [&](const FeedEntry& entry) -> Result<Walk> {
        ++looked;
        if (m_grants.concerns(entry.person)) {
            m_moved.insert(entry.person);
            FS_ASSIGN(const auto found, m_ledger.record(entry.record));
            if (found && found->header.version == entry.version) {
                FS_ASSIGN(auto sent, released(KeptRecord{found->header, found->body}));
                if (sent) {
                    ++m_records;
                    m_bytes += sent->record.body.size() + kHeaderBytes;
                    transaction.upserts.push_back(std::move(sent->record));
                    transaction.told.push_back(sent->told);
                } else {
                    FS_ASSIGN(const bool before, mayHold(entry.record));
                    if (before) {
                        transaction.removed.push_back(entry.record);
                    }
                }
            }
        }
        if (!entry.endsTransaction) {
            return Walk::On;
        }
        if (m_records > m_maxRecords && page.feedSeq > after) {
            whole = false;
            return Walk::Stop; // all of it on the next page
        }
        std::move(transaction.upserts.begin(), transaction.upserts.end(), std::back_inserter(page.upserts));
        told.insert(told.end(), transaction.told.begin(), transaction.told.end());
        page.removed.insert(page.removed.end(), transaction.removed.begin(), transaction.removed.end());
        removed += transaction.removed.size();
        transaction = {};
        page.feedSeq = entry.seq;
        if (page.upserts.size() >= server_limits::kRecordsPerFeedPage) {
            // One transaction each on the device, where people save meanwhile.
            log(page, told);
            told.clear();
            reply.pages.push_back(std::move(page));
            page = {};
            page.feedSeq = entry.seq;
        }
        const bool enough =
            isFull() || looked >= server_limits::kFeedRowsPerReply || removed >= wire::kMaxRemovedPerReply / 2;
        whole = !enough;
        return enough ? Walk::Stop : Walk::On;
    }));
    if (whole) {
        page.feedSeq = head; // a restored home's head is far above the last of what it has
    }
    log(page, told);
    reply.more = page.feedSeq < head;
    reply.pages.push_back(std::move(page));
    return namesOnlyWhatWasSent(reply);
}

Result<std::optional<Pull::Released>> Pull::released(const KeptRecord& kept, const Scope* within,
                                                     const Shown* atMost) const {
    Record record = kept.header;
    FS_ASSIGN(record.fields, wire::decodeBody(kept.body));
    if (!m_grants.covers(record)) {
        return std::optional<Released>{};
    }
    if (within != nullptr) {
        const auto scoped = scopedRecord(record);
        const bool twice = within->kind == Scope::Kind::Everyone && m_grants.comesApart(scoped);
        if (twice || !covers(*within, scoped)) {
            return std::optional<Released>{};
        }
    }
    const auto joined = m_grants.joinedTo(record.person);
    const sharing::RecordView view{record, m_viewer, joined.direct};
    auto decision = decide(sharing::Viewer{m_viewer, m_grants.purposes(), joined.all}, view.facts(),
                           m_grants.sharing().agreements, m_grants.saidBy(record.person), m_now);
    if (!decision.releases()) {
        return std::optional<Released>{};
    }
    if (atMost != nullptr) {
        decision.fields = decision.fields & atMost->fields;
        decision.newer = atMost->newer == sharing::NewerFields::Released ? decision.newer : atMost->newer;
    }
    // Who is named sees who is: a device must know whose a restricted item is to let go of it.
    if (const FieldSpec* readers = readersFieldOf(record.type)) {
        decision.fields = decision.fields | sharing::FieldMask::bit(*sharing::bitOf(record.type, readers->tag));
    }
    Released out;
    out.told = {decision, record.type,
                record.type == RecordType::Referral && sideOf(m_viewer, record) == ReferralSide::Receiver};
    if (isWhole(record, decision)) {
        out.record.body = Bytes{kept.body}; // as it stands: nothing is built anew
    } else {
        record = redact(std::move(record), decision);
        out.record.body = wire::encodeBody(record.fields);
    }
    record.fields = {};
    out.record.header = std::move(record);
    return std::optional{std::move(out)};
}

Result<std::optional<Pull::Shown>> Pull::shown(const KeptRecord& kept, const Shown* atMost) const {
    FS_ASSIGN(auto sent, released(kept, nullptr, atMost));
    if (!sent) {
        return std::optional<Shown>{};
    }
    auto terms = disclosure::termsOf(sent->told.decision, sent->told.type, m_grants.sharing().agreements);
    const auto& decision = sent->told.decision;
    return std::optional{Shown{std::move(sent->record), std::move(terms), decision.fields, decision.newer}};
}

// Records of one page that were released under the same terms stand together.
void Pull::log(const IncomingPage& page, const std::vector<Told>& told) {
    if (page.upserts.empty()) {
        return;
    }
    disclosure::Release release;
    release.who = m_viewer;
    release.scope = page.scope;
    std::vector<std::pair<RecordType, sharing::Decision>> kinds; // one a part
    for (std::size_t i = 0; i < page.upserts.size(); ++i) {
        const auto same = [&one = told[i]](const auto& kind) {
            return kind.first == one.type && kind.second == one.decision;
        };
        const auto kind = std::find_if(kinds.begin(), kinds.end(), same);
        const auto part = static_cast<std::size_t>(kind - kinds.begin());
        if (kind == kinds.end()) {
            kinds.emplace_back(told[i].type, told[i].decision);
            release.parts.push_back(
                {disclosure::termsOf(told[i].decision, told[i].type, m_grants.sharing().agreements), {}});
        }
        const Record& header = page.upserts[i].header;
        release.parts[part].records.push_back({header.id, header.version, header.person});
        if (told[i].isForItsReceiver) {
            m_referrals.push_back(header.id);
        }
    }
    m_releases.push_back(std::move(release));
}

} // namespace frontsheet
