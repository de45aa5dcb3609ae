// World where messages are carried: what the network does to them, and what is checked of each at both ends.
#include "core/domain/canonical.h"
#include "core/domain/schema/emergency_access.h"
#include "sync/wire/http_mapping.h"
#include "sync/wire/intent_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "tests/sim/world.h"

#include <algorithm>

namespace frontsheet::sim {

namespace {

// As the ledger keeps it.
Bytes hashOf(const Intent& intent) {
    const auto hash = wire::intentHash(intent);
    return Bytes{reinterpret_cast<const char*>(hash.data()), hash.size()};
}

constexpr std::chrono::hours kMonth{24 * 30};

HttpAnswer asHttp(Response response) {
    return {response.status, std::string{wire::kContentType}, std::move(response.body),
            std::chrono::milliseconds{response.retryAfterMs}};
}

HttpAnswer page(int status, const char* words) {
    return {status, "text/html; charset=utf-8", words, std::chrono::milliseconds{0}};
}

enum class Fate : std::uint8_t {
    Arrives,
    RequestLost,
    ReplyLost,
    Repeated,
    DeliveredLate,
    Truncated,
    Corrupted,
    HalfClosed,
    TooLarge413,
    Busy429,
    Failed503,
    CaptivePortal,
    ProxyRefused,
    Delayed,
    Count
};

constexpr const char* kFates[] = {"arrives",   "request lost",   "reply lost",  "repeated", "delivered late",
                                  "truncated", "corrupted",      "half-closed", "413",      "429",
                                  "503",       "captive portal", "proxy 407",   "delayed"};

} // namespace

Caller World::callerOf(const DeviceNode& device) const {
    return {CallerKind::Device, device.who, device.certifiedUntil + -kMonth * 24, device.certifiedUntil};
}

void World::observe(HomeNode& node, const ModelHome::Judged* judged, ModelHome::Others others) {
    if (!node.isUp()) {
        return;
    }
    const auto reads = node.ledger().read();
    if (!reads) {
        // A disk that is full or fails: what was judged is seen when the home has been started anew.
        if (judged != nullptr) {
            node.inDoubt = *judged;
        }
        return;
    }
    const auto wrong = node.model.observe(**reads, judged, others);
    if (!wrong.empty()) {
        fails("at " + node.agency.str() + ": " + wrong);
    }
}

void World::checkRequest(DeviceNode& from, HomeNode& to, const wire::SyncRequest& request) {
    auto& memory = m_memory[indexOf(from)];
    for (const auto& outgoing : request.push) {
        const auto& after = outgoing.intent.after;
        const auto known = m_accounts.find(after);
        if (after.isNull() || known == m_accounts.end() || !to.takesWhatKnows(request.have.epoch)) {
            continue;
        }
        const OpId& name = known->second.foldedInto.isNull() ? after : known->second.foldedInto;
        const bool together = std::any_of(request.push.begin(), request.push.end(), [&](const auto& other) {
            return other.intent.op == name && !other.intent.transaction.isNull() &&
                   other.intent.transaction == outgoing.intent.transaction;
        });
        HomeNode* where = home(known->second.intent.home);
        const auto* kept = where == nullptr ? nullptr : where->model.answered(from.who.device, name);
        const bool applied = kept != nullptr && (kept->result.outcome == IntentOutcome::Applied ||
                                                 kept->result.outcome == IntentOutcome::Merged);
        const bool goneBy = known->second.standing != Account::Standing::Saved;
        const bool conflictSettled = kept != nullptr && kept->result.outcome == IntentOutcome::Conflict;
        if (!together && !applied && !goneBy && !conflictSettled && m_accounts.contains(outgoing.intent.op)) {
            fails("an edit leaves " + from.name + " before the one that it waits for is applied");
        }
    }
    for (const auto number : request.removed) {
        say(from.name, "has removed " + std::to_string(number) + " of " + to.agency.str());
        const auto removal = memory.removals[to.agency].find(number);
        if (removal == memory.removals[to.agency].end()) {
            continue;
        }
        const auto position = from.store().position(to.agency);
        if (!position) {
            continue;
        }
        for (const auto& scope : removal->second.scopes) {
            const bool held = std::find(position->held.begin(), position->held.end(), scope) != position->held.end();
            if (held && !removal->second.grantedSince.contains(scope)) {
                fails(from.name + " says that it has removed " + scope + ", and holds it");
            }
        }
    }
    if (request.have.epoch == memory.epochs[to.agency] && request.have.feedSeq > to.model.feedHead()) {
        fails(from.name + " claims more of the feed than there is");
    }
}

void World::checkReply(DeviceNode& from, HomeNode& to, const wire::SyncRequest& request, const wire::SyncReply& reply) {
    auto& memory = m_memory[indexOf(from)];
    if (reply.feedHead != to.model.feedHead()) {
        fails("a reply's feed head is not the feed's");
    }
    if (to.reconciling && from.who.agency != to.agency &&
        (!reply.pages.empty() || !reply.grants.granted.empty() || !reply.tidings.reached.empty())) {
        fails(to.agency.str() + " was restored, and serves partners before anybody has looked");
    }
    m_tally.count("comparing", reply.compared == 0       ? "not compared"
                               : reply.differing.empty() ? "compared, the same"
                                                         : "compared, and differs");
    if (request.wanted == wire::Wanted::ResultsOnly && !reply.pages.empty()) {
        fails("pages that nobody wanted");
    }
    for (const auto& arriving : reply.pages) {
        for (const auto& upsert : arriving.upserts) {
            const Record* known = to.model.current(upsert.header.id);
            if (known == nullptr || known->version != upsert.header.version) {
                fails(to.agency.str() + " sends a version that is not the newest");
                return;
            }
            Record sent = upsert.header;
            sent.fields = wire::decodeBody(upsert.body).value_or(FieldSet{});
            const auto may = to.model.shown(from.who, *known, m_time.now);
            if (!may || canonicalLine(*may) != canonicalLine(sent)) {
                fails(to.agency.str() + " sends " + from.name + " what it may not have: " + canonicalLine(sent) +
                      (may ? " where it may have " + canonicalLine(*may) : ""));
                return;
            }
            to.model.noteReleased(from.who.device, *known);
            m_tally.count("released", inWords(known->type));
        }
    }
    for (const auto& granted : reply.grants.granted) {
        for (auto& [number, removal] : memory.removals[to.agency]) {
            removal.grantedSince.insert(granted.scope);
        }
        m_tally.count("grants", isAgain(granted.scope) ? "fetched again" : "granted");
    }
    if (reply.removal != 0) {
        memory.removals[to.agency][reply.removal] = {reply.grants.gone, {}};
        for (const auto& granted : reply.grants.granted) {
            memory.removals[to.agency][reply.removal].grantedSince.insert(granted.scope);
        }
    }
    m_tally.count("grants", "gone", reply.grants.gone.size());
    if (!reply.grants.gone.empty() || !reply.grants.granted.empty()) {
        std::string what = "takes from " + from.name + ":";
        for (const auto& gone : reply.grants.gone) {
            what += " " + gone;
        }
        what += "; grants it:";
        for (const auto& granted : reply.grants.granted) {
            what += " " + granted.scope;
        }
        say(to.agency.str(), what + (reply.removal != 0 ? "; removal " + std::to_string(reply.removal) : ""));
    }
    if (reply.sendHeld) {
        m_tally.count("engine", "asked to list what it holds");
    }
    if (reply.more) {
        m_tally.count("engine", "more to come");
    }
    if (!reply.tidings.reached.empty()) {
        m_tally.count("engine", "told how far a referral has come");
    }
}

// What an emergency opened is its worker's, by a clause that lets them; nothing else was written, and a refusal opens nothing.
void World::checkEmergency(DeviceNode& from, HomeNode& to, const Response& response) {
    const bool may = to.model.mayOpenInEmergency(from.who, m_time.now) && from.certifiedUntil >= m_time.now &&
                     !from.shutOutBy.contains(to.agency);
    for (const auto& written : to.model.lastOfOthers()) {
        const auto& fields = written.fields;
        const bool theirs = fields.get(emergency_access::kAgency) == from.who.agency &&
                            fields.get(emergency_access::kWorker) == from.who.worker;
        const bool ended = fields.get(emergency_access::kEndedAt).isKnown();
        if (written.type != RecordType::EmergencyAccess || !theirs || (!may && !ended)) {
            fails("an emergency of " + from.name + " wrote at " + to.agency.str() + ": " + canonicalLine(written));
            return;
        }
        if (response.status != 200 && response.status < 500) {
            fails("an emergency that was refused opened something at " + to.agency.str());
            return;
        }
        m_tally.count("emergency", ended ? "ended early" : "opened");
    }
}

const Intent* World::sent(const OpId& op, BytesView hash) const {
    const auto names = m_sent.find(op);
    const auto at = names == m_sent.end() ? std::map<Bytes, Intent>::const_iterator{} : names->second.find(Bytes{hash});
    return names == m_sent.end() || at == names->second.end() ? nullptr : &at->second;
}

// The request at its home, with all eyes on it. nullopt: the home is down, or goes down over it.
std::optional<Response> World::deliver(DeviceNode& from, HomeNode& to, Verb verb, BytesView body) {
    if (!to.isUp()) {
        return std::nullopt;
    }
    const auto message = wire::unpack(body, wire::kMaxUnpackedRequest);
    const auto request =
        message ? wire::decodeSyncRequest(*message, to.agency) : Result<wire::SyncRequest>{ErrorCode::Malformed};
    for (const auto& outgoing : request ? request->push : std::vector<OutgoingIntent>{}) {
        m_sent[outgoing.intent.op].try_emplace(hashOf(outgoing.intent), outgoing.intent);
    }
    std::optional<ModelHome::Judged> judged;
    const bool lapsed = from.certifiedUntil < m_time.now;
    const bool shutOut = from.shutOutBy.contains(to.agency);
    const bool current = request && to.takesWhatKnows(request->have.epoch);
    if (request && !current && !request->push.empty()) {
        m_tally.count("engine", "work sent to a ledger that is gone");
    }
    if (current && verb == Verb::Sync && !lapsed && !shutOut && !request->push.empty()) {
        judged = to.model.judge(from.who, request->push, m_time.now);
    } else if (request && verb == Verb::Closing && shutOut && !request->push.empty()) {
        judged = to.model.judgeClosing(from.who, request->push, ErrorCode::Revoked, m_time.now);
    }
    auto* before = std::exchange(m_serving, &to);
    auto response = to.server().handle({to.agency, verb, callerOf(from), body});
    m_serving = before;
    if (to.disk.powerIsOut()) {
        to.inDoubt = std::move(judged);
        return std::nullopt;
    }
    const bool changed = judged.has_value() || verb == Verb::Emergency;
    if (changed) {
        observe(to, judged ? &*judged : nullptr,
                verb == Verb::Emergency ? ModelHome::Others::MayWrite : ModelHome::Others::WriteNothing);
        if (judged && response.status != 200 && to.model.lastKept().empty()) {
            to.failed = judged; // a commit whose sync failed may yet be there when the ledger is opened again
        } else if (judged) {
            to.failed.reset();
        }
        if (judged && m_trace.lines() > 0 && !to.model.lastKept().empty()) {
            say(to.agency.str(), "takes from " + from.name + ": " + to.model.lastKept());
        }
    }
    if (verb == Verb::Emergency) {
        checkEmergency(from, to, response);
    }
    m_tally.count("status", std::to_string(response.status));
    if (response.status == 200 && request && (verb == Verb::Sync || verb == Verb::Closing)) {
        const auto bytes = wire::unpack(response.body, wire::kMaxUnpackedReply);
        const auto reply = bytes ? wire::decodeSyncReply(*bytes, to.agency) : Result<wire::SyncReply>{bytes.error()};
        if (!reply) {
            fails(to.agency.str() + " answers what cannot be read: " + describe(reply.error()));
            return response;
        }
        for (std::size_t i = 0; judged && i < reply->results.size() && i < judged->results.size(); ++i) {
            const auto* kept = to.model.answered(from.who.device, reply->results[i].op);
            const auto& expected = judged->results[i];
            const bool asKept = expected.isAnswered ? reply->results[i] == expected.result
                                                    : kept != nullptr && kept->result == reply->results[i];
            if (!asKept && !isWrong()) {
                const std::string remembered = expected.isAnswered ? inWords(expected.result)
                                               : kept != nullptr   ? inWords(kept->result)
                                                                   : "nothing";
                fails("the answer to " + reply->results[i].op.hex().substr(0, 8) + " is " + inWords(reply->results[i]) +
                      " where " + remembered + " is remembered");
            }
            const auto& result = reply->results[i];
            m_tally.count("outcome", expected.isAnswered ? "answered from memory" : std::string{name(result.outcome)});
            if (result.outcome == IntentOutcome::Refused && !expected.isAnswered) {
                m_tally.count("refused because", name(result.reason));
            }
        }
        if (judged && reply->results.size() != judged->results.size()) {
            fails("a push of " + std::to_string(judged->results.size()) + " has " +
                  std::to_string(reply->results.size()) + " answers");
        }
        checkReply(from, to, *request, *reply);
    }
    return response;
}

// What is on the device now, it has received.
void World::noteArrival(DeviceNode& device, HomeNode& node, const wire::SyncReply& reply) {
    auto& received = m_memory[indexOf(device)].received[node.agency];
    if (reply.removal != 0) {
        m_memory[indexOf(device)].toldToRemove.insert(reply.removal);
    }
    for (const auto& arriving : reply.pages) {
        for (const auto& upsert : arriving.upserts) {
            received.emplace(upsert.header.id, upsert.header.version);
        }
    }
}

Result<HttpAnswer> World::carry(DeviceNode& from, const AgencyId& to, std::string_view verbName, BytesView asked,
                                std::size_t maxAnswer) {
    if (from.disk.powerIsOut() || isWrong()) {
        return {ErrorCode::Unreachable, "no power"}; // nothing leaves a dead device
    }
    HomeNode* node = home(to);
    const auto verb = verbNamed(verbName);
    if (node == nullptr || !verb) {
        return {ErrorCode::NotFound, "no such home"};
    }
    Bytes body{asked};
    if (*verb == Verb::Sync) {
        auto request = wire::decodeSyncRequest(wire::unpack(body, wire::kMaxUnpackedRequest).value_or(Bytes{}), to);
        if (!request) {
            fails(from.name + " sends what cannot be read");
            return {ErrorCode::Malformed, "request"};
        }
        checkRequest(from, *node, *request);
        if (from.pageBytes != 0 && request->maxBytes > from.pageBytes) {
            request->maxBytes = from.pageBytes;
            body = wire::pack(wire::encode(*request));
        }
        m_tally.count("engine", request->push.empty() ? "requests" : "requests with edits");
        if (!request->have.partial.empty()) {
            m_tally.count("engine", "goes on with a scope");
        }
    }
    auto& memory = m_memory[indexOf(from)];
    Fate fate = Fate::Arrives;
    if (!m_conditions.calm && m_weather.percent(m_conditions.trouble)) {
        fate = static_cast<Fate>(1 + m_weather.below(static_cast<std::size_t>(Fate::Count) - 1));
    }
    const std::string fateName = kFates[static_cast<std::size_t>(fate)];
    if (fate != Fate::Arrives) {
        m_tally.count("network", fateName);
        say(from.name, std::string{verbName} + " to " + to.str() + ": " + fateName);
    }
    if (!m_conditions.calm && !memory.late.empty() && m_weather.oneIn(3)) {
        // What the network still had arrives before.
        const auto late = memory.late.front();
        memory.late.pop_front();
        if (HomeNode* there = home(late.to); there != nullptr) {
            m_tally.count("network", "late request arrives");
            say(from.name, "an old request reaches " + late.to.str());
            (void)deliver(from, *there, late.verb, late.body);
        }
    }
    const auto answered = [&](std::optional<Response> response) -> Result<HttpAnswer> {
        if (!response) {
            return {ErrorCode::Unreachable, "no answer"};
        }
        if (response->body.size() > maxAnswer) {
            return {ErrorCode::TooLarge, "answer"};
        }
        if (response->status == 200 && *verb == Verb::Sync) {
            const auto bytes = wire::unpack(response->body, wire::kMaxUnpackedReply);
            if (const auto reply = wire::decodeSyncReply(bytes.value_or(Bytes{}), to)) {
                noteArrival(from, *node, *reply);
            }
        }
        return asHttp(std::move(*response));
    };
    switch (fate) {
    case Fate::RequestLost:
        return {ErrorCode::Unreachable, "lost on the way there"};
    case Fate::ReplyLost:
        (void)deliver(from, *node, *verb, body);
        return {ErrorCode::Unreachable, "lost on the way back"};
    case Fate::Repeated:
        (void)deliver(from, *node, *verb, body);
        return answered(deliver(from, *node, *verb, body));
    case Fate::DeliveredLate:
        memory.late.push_back({to, *verb, body});
        return {ErrorCode::Unreachable, "still under way"};
    case Fate::Truncated: {
        auto response = deliver(from, *node, *verb, body);
        if (!response) {
            return answered(std::nullopt);
        }
        response->body.resize(m_weather.below(response->body.size() + 1));
        return asHttp(std::move(*response));
    }
    case Fate::Corrupted: {
        auto response = deliver(from, *node, *verb, body);
        if (!response || response->body.empty()) {
            return answered(std::nullopt);
        }
        auto& byte = response->body[m_weather.below(response->body.size())];
        byte = static_cast<char>(byte ^ static_cast<char>(1 << m_weather.below(8)));
        return asHttp(std::move(*response));
    }
    case Fate::HalfClosed:
        (void)deliver(from, *node, *verb, body);
        return {ErrorCode::Truncated, "closed in the middle"};
    case Fate::TooLarge413:
        return page(413, "<html>too large</html>");
    case Fate::Busy429:
        return asHttp(refusal(ErrorCode::ServerBusy, 1 + static_cast<std::uint32_t>(m_weather.below(60'000))));
    case Fate::Failed503:
        return page(503, "<html>down</html>");
    case Fate::CaptivePortal:
        return page(200, "<html>Welcome to our wireless network</html>");
    case Fate::ProxyRefused:
        return {ErrorCode::ProxyRefused, "407"};
    case Fate::Delayed:
        m_time.pass(std::chrono::milliseconds{m_weather.below(120'000)});
        return answered(deliver(from, *node, *verb, body));
    case Fate::Arrives:
    case Fate::Count:
        break;
    }
    m_time.pass(std::chrono::milliseconds{1 + m_weather.below(200)});
    return answered(deliver(from, *node, *verb, body));
}

Exchanged World::exchange(DeviceNode& device, const AgencyId& with) {
    auto& memory = m_memory[indexOf(device)];
    auto* before = std::exchange(m_acting, &device);
    const auto report = device.engine().exchange(with);
    m_acting = before;
    std::string what = "exchange with " + with.str() + ": ";
    what += report.failure ? std::string{name(report.failure->code)} : "done";
    what += ", " + std::to_string(report.requests) + " requests, " + std::to_string(report.answered) + " answered, " +
            std::to_string(report.received) + " received, " + std::to_string(report.removed) + " removed";
    say(device.name, what);
    m_tally.count("exchange", report.failure ? "failed" : "done");
    m_tally.count("comparing", "records mended", report.repaired);
    if (report.repaired != 0 && !memory.damaged) {
        // Comparing would make good what was lost, and nobody would learn that it was.
        fails(device.name + " mends " + std::to_string(report.repaired) + " records of " + with.str() +
              " that nobody damaged");
    }
    if (report.failure) {
        m_tally.count("exchange failed because", name(report.failure->code));
    }
    if (report.closing != Exchanged::Closing::No) {
        m_tally.count("engine", report.closing == Exchanged::Closing::RenewFirst ? "told to renew" : "home closed");
    }
    if (!device.isUp()) {
        return report;
    }
    const auto position = device.store().position(with);
    if (position && position->epoch == memory.epochs[with] && position->feedSeq < memory.cursors[with] &&
        !device.shutOutBy.contains(with)) {
        fails("the cursor of " + device.name + " at " + with.str() + " goes back from " +
              std::to_string(memory.cursors[with]) + " to " + std::to_string(position->feedSeq));
    }
    if (position) {
        memory.epochs[with] = position->epoch;
        memory.cursors[with] = position->feedSeq;
    }
    return report;
}

} // namespace frontsheet::sim
