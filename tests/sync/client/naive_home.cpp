#include "tests/sync/client/naive_home.h"

#include "core/domain/schema/contact_note.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/held_hash.h"
#include "sync/wire/http_mapping.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"

#include <algorithm>

namespace frontsheet {

NaiveHome::NaiveHome(AgencyId agency) : m_agency(std::move(agency)) { epoch.bytes[0] = 1; }

void NaiveHome::keeps(const RecordId& id, const PersonId& person, const std::string& text) {
    FieldSet fields;
    fields.put(contact_note::kText, text);
    IncomingRecord record;
    record.header.id = id;
    record.header.type = RecordType::ContactNote;
    record.header.home = m_agency;
    record.header.person = person;
    record.header.category = Category::ContactNote;
    record.header.version = HomeVersion{m_feed.size() + 1};
    record.header.recordedAt = time;
    record.body = wire::encodeBody(fields);
    append({id, person, {}, record});
}

void NaiveHome::removes(const RecordId& id) { append({id, now().at(id).person, {}, std::nullopt}); }

void NaiveHome::restoredTo(std::uint64_t feedSeq, const Epoch& newEpoch) {
    for (std::size_t at = feedSeq; at < m_feed.size(); ++at) {
        m_answered.erase(m_feed[at].by);
        m_effects.erase(m_feed[at].by);
    }
    m_feed.resize(feedSeq);
    epoch = newEpoch;
}

std::map<RecordId, NaiveHome::Entry> NaiveHome::now() const {
    std::map<RecordId, Entry> state;
    for (const auto& entry : m_feed) {
        state[entry.record] = entry;
    }
    return state;
}

std::map<RecordId, IncomingRecord> NaiveHome::released() const {
    std::map<RecordId, IncomingRecord> out;
    for (const auto& [id, entry] : now()) {
        if (entry.state && m_granted.contains(entry.person.hex())) {
            out[id] = *entry.state;
        }
    }
    return out;
}

std::vector<IntentResult> NaiveHome::take(const std::vector<OutgoingIntent>& push) {
    std::vector<IntentResult> results;
    for (const auto& [no, intent] : push) {
        if (const auto known = m_answered.find(intent.op); known != m_answered.end()) {
            results.push_back(known->second);
            continue;
        }
        IntentResult result{intent.op, IntentOutcome::Applied, ErrorCode::Internal, {}};
        const auto refused = refuses ? refuses(intent) : std::nullopt;
        if (refused) {
            result.outcome = IntentOutcome::Refused;
            result.reason = *refused;
        } else {
            ++m_effects[intent.op];
            keeps(intent.record, intent.person, std::get<std::string>(*intent.edits.at(0).after));
            m_feed.back().by = intent.op;
            result.version = m_feed.back().state->header.version;
        }
        m_answered[intent.op] = result;
        results.push_back(result);
    }
    return results;
}

void NaiveHome::serve(wire::SyncReply& reply, const wire::Have& have) {
    std::set<std::string> held;
    if (have.heldHash != wire::heldHashOf(m_granted)) {
        if (!have.held && have.heldHash != 0) {
            reply.sendHeld = true;
            return;
        }
        if (have.held) {
            held.insert(have.held->begin(), have.held->end());
        }
        std::set_difference(held.begin(), held.end(), m_granted.begin(), m_granted.end(),
                            std::back_inserter(reply.grants.gone));
        for (const auto& scope : m_granted) {
            if (!held.contains(scope)) {
                reply.grants.granted.push_back({scope, feedHead(), {}});
            }
        }
        if (held.empty()) {
            reply.pages.push_back({});
            reply.pages.back().feedSeq = feedHead();
        }
        reply.more = true;
        return;
    }
    std::size_t room = pageRecords;
    for (const auto& progress : have.partial) {
        IncomingPage page;
        page.scope = progress.scope;
        page.scopeComplete = true;
        page.resumeKey = progress.resumeKey;
        for (const auto& [id, entry] : now()) {
            if (!entry.state || entry.person.hex() != progress.scope || id.raw() <= progress.resumeKey) {
                continue;
            }
            if (room == 0) {
                page.scopeComplete = false;
                break;
            }
            --room;
            page.upserts.push_back(*entry.state);
            page.resumeKey = id.raw();
        }
        const bool whole = page.scopeComplete;
        if (whole || !page.upserts.empty()) {
            reply.pages.push_back(std::move(page));
        }
        if (!whole) {
            break;
        }
    }
    if (!have.partial.empty()) {
        reply.more = true;
        return;
    }
    IncomingPage page;
    page.feedSeq = have.feedSeq;
    while (page.feedSeq < feedHead() && page.upserts.size() + page.removed.size() < pageRecords) {
        const auto& entry = m_feed[page.feedSeq++];
        if (!m_granted.contains(entry.person.hex())) {
            continue;
        }
        if (entry.state) {
            page.upserts.push_back(*entry.state);
        } else {
            page.removed.push_back(entry.record);
        }
    }
    if (page.feedSeq > have.feedSeq) {
        reply.more = page.feedSeq < feedHead();
        reply.pages.push_back(std::move(page));
    }
}

wire::SyncReply NaiveHome::answer(const wire::SyncRequest& request) {
    wire::SyncReply reply;
    reply.agency = m_agency;
    reply.epoch = epoch;
    reply.serverTime = time;
    reply.results = take(request.push);
    if (request.have.epoch.isNull() || request.have.epoch == epoch) {
        serve(reply, request.have);
    } else {
        reply.more = true;
    }
    reply.feedHead = reply.safeSeq = feedHead();
    return reply;
}

HttpAnswer HomeTransport::message(const wire::SyncReply& reply) {
    return {200, std::string{wire::kContentType}, wire::pack(wire::encode(reply)), {}};
}

HttpAnswer HomeTransport::refusal(ErrorCode code, std::chrono::milliseconds retryAfter) {
    return {wire::httpStatusOf(code),
            std::string{wire::kContentType},
            wire::pack(wire::encode(wire::Refusal{code, retryAfter})),
            {}};
}

Result<HttpAnswer> HomeTransport::post(const AgencyId& server, std::string_view verb, BytesView body,
                                       std::size_t maxAnswer) {
    if (m_stopped) {
        return {ErrorCode::Cancelled, "stopping"};
    }
    const auto home = m_homes.find(server);
    if (home == m_homes.end() || verb != "sync") {
        return {ErrorCode::NotFound, "agency's address"};
    }
    if (happens(weather.lostOnTheWay)) {
        return {ErrorCode::Unreachable, "lost on the way"};
    }
    const auto message = wire::unpack(body, wire::kMaxUnpackedRequest);
    auto request = wire::decodeSyncRequest(message.value(), server);
    requests.push_back(request.value());
    if (instead) {
        if (auto other = instead(requests.size(), requests.back())) {
            return *other;
        }
    }
    if (requests.back().push.size() > home->second->mostIntents) {
        return refusal(ErrorCode::TooLarge);
    }
    auto reply = home->second->answer(requests.back());
    if (happens(weather.lostComingBack)) {
        return {ErrorCode::Unreachable, "lost coming back"};
    }
    if (twist) {
        twist(reply);
    }
    auto answer = HomeTransport::message(reply);
    if (happens(weather.cutShort)) {
        answer.body.resize(answer.body.size() / 2);
    }
    if (happens(weather.damaged)) {
        auto& byte = answer.body[m_chance() % answer.body.size()];
        byte = static_cast<char>(byte ^ (1 << (m_chance() % 8)));
    }
    if (answer.body.size() > maxAnswer) {
        return {ErrorCode::TooLarge, "answer"};
    }
    return answer;
}

} // namespace frontsheet
