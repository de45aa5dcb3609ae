// An agency's server written the plainest way, apart from the real one: what it takes it keeps in lists, what it serves it
// looks for from the start. It remembers each op id for ever and counts how often each took effect.
#pragma once

#include "sync/client/transport.h"
#include "sync/wire/messages.h"

#include <functional>
#include <map>
#include <random>
#include <set>
#include <vector>

namespace frontsheet {

class NaiveHome {
public:
    explicit NaiveHome(AgencyId agency);

    [[nodiscard]] wire::SyncReply answer(const wire::SyncRequest& request);

    // A record of this home about `person`, whose scope is named by the person's id.
    void keeps(const RecordId& id, const PersonId& person, const std::string& text);
    void removes(const RecordId& id);
    void grants(const PersonId& person) { m_granted.insert(person.hex()); }
    void takesAway(const PersonId& person) { m_granted.erase(person.hex()); }
    // As after a restore from a backup of that moment.
    void restoredTo(std::uint64_t feedSeq, const Epoch& epoch);
    [[nodiscard]] std::uint64_t feedHead() const { return m_feed.size(); }
    [[nodiscard]] const std::map<OpId, std::size_t>& effects() const { return m_effects; }
    [[nodiscard]] std::map<RecordId, IncomingRecord> released() const;

    std::function<std::optional<ErrorCode>(const Intent&)> refuses;
    std::size_t pageRecords = 10;
    std::size_t mostIntents = wire::kMaxIntentsPerRequest; // more are too large
    WallTime time{1'795'248'000'000};
    Epoch epoch;

private:
    struct Entry {
        RecordId record;
        PersonId person;
        OpId by;
        std::optional<IncomingRecord> state; // nullopt: removed
    };
    [[nodiscard]] std::vector<IntentResult> take(const std::vector<OutgoingIntent>& push);
    [[nodiscard]] std::map<RecordId, Entry> now() const;
    void append(Entry entry) { m_feed.push_back(std::move(entry)); }
    void serve(wire::SyncReply& reply, const wire::Have& have);

    AgencyId m_agency;
    std::vector<Entry> m_feed; // entry n has feed_seq n + 1
    std::map<OpId, IntentResult> m_answered;
    std::map<OpId, std::size_t> m_effects;
    std::set<std::string> m_granted;
};

// What a network does to a request or a reply, by chance from a printed seed.
struct Weather {
    unsigned lostOnTheWay = 0;   // percent: never reaches the server
    unsigned lostComingBack = 0; // percent: committed, the reply is gone
    unsigned cutShort = 0;       // percent: half of the reply arrives
    unsigned damaged = 0;        // percent: a bit of the reply is another
};

// Homes behind the device's transport, with the wire's own bytes in between.
class HomeTransport final : public Transport {
public:
    explicit HomeTransport(std::uint64_t seed) : m_chance(seed) {}

    void add(const AgencyId& agency, NaiveHome& home) { m_homes[agency] = &home; }
    Weather weather;
    // Looks at, and may replace, what comes back for the n-th request (from 1).
    std::function<std::optional<Result<HttpAnswer>>(std::size_t n, const wire::SyncRequest&)> instead;
    std::function<void(wire::SyncReply&)> twist;
    std::vector<wire::SyncRequest> requests;

    [[nodiscard]] Result<HttpAnswer> post(const AgencyId& server, std::string_view verb, BytesView body,
                                          std::size_t maxAnswer) override;
    void stop() override { m_stopped = true; }

    [[nodiscard]] static HttpAnswer message(const wire::SyncReply& reply);
    [[nodiscard]] static HttpAnswer refusal(ErrorCode code, std::chrono::milliseconds retryAfter = {});

private:
    [[nodiscard]] bool happens(unsigned percent) { return m_chance() % 100 < percent; }

    std::map<AgencyId, NaiveHome*> m_homes;
    std::mt19937_64 m_chance;
    bool m_stopped = false;
};

} // namespace frontsheet
