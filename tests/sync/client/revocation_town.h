// Real agencies' servers and real tablets (encrypted stores, sync engines) in one process, for stories of what is taken away.
// A story moves relationships and work; then the town looks at every tablet and says what is wrong.
#pragma once

#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission.h"
#include "core/store/device_store.h"
#include "sync/client/sync_engine.h"
#include "sync/wire/body_codec.h"
#include "tests/sync/server/agency_world.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::test {

class Town;

// A worker's tablet.
class TownTablet : public Transport {
public:
    TownTablet(Town& town, std::string name, Principal principal);
    ~TownTablet() override;

    Principal who;
    // What goes wrong on the way.
    std::set<AgencyId> unreachable;
    int loseReplies = 0;             // so many, after the server has taken the request
    int loseRequests = 0;            // so many, before
    int requests = 0;                // that servers have taken
    std::function<void()> meanwhile; // once, before request number `meanwhileAt`
    int meanwhileAt = 0;
    std::uint32_t pageBytes = 0; // asks for pages of at most so many bytes; 0: as it likes
    WallTime certifiedUntil;     // unknown: for a month

    // One exchange with each server; with a request's worth of luck that is enough.
    void sync();
    Exchanged exchange(const AgencyId& server);
    // What waits or was cut off is made up for.
    void settle();

    [[nodiscard]] DeviceStore& store() { return *m_store; }
    [[nodiscard]] std::string folder() const;
    void close();
    void open();                          // again, after close() or any end
    void copyTo(const std::string& name); // of its folder, as somebody's backup
    void restoreFrom(const std::string& name);

    // Work. Each is kept to be accounted for.
    RecordId writesMessage(const RecordId& referral, const PersonId& person, const std::string& words);
    void edits(const RecordId& record, const std::function<void(FieldSet&)>& change);
    void saves(const Intent& intent);

    [[nodiscard]] bool holds(const RecordId& id);
    [[nodiscard]] bool holdsWords(const std::string& words); // anywhere on its disk
    [[nodiscard]] std::vector<OutboxItem> outbox();

    bool wipes = false; // from the next open() on: as an app does whose own agency shuts the device out
    [[nodiscard]] WallTime now() const;
    bool mayHoldNothing = false;  // the story says so: it has been shut out
    bool confirmsNothing = false; // it could not tell its removals: nobody expects it
    std::vector<Intent> work;

    Result<HttpAnswer> post(const AgencyId& server, std::string_view verb, BytesView body,
                            std::size_t maxAnswer) override;
    void stop() override {}

private:
    friend class Town;
    Town& m_town;
    std::string m_name;
    wire::WireBodyCodec m_codec;
    std::unique_ptr<DeviceStore> m_store;
    std::unique_ptr<SyncEngine> m_engine;
};

class Town : public AgencyWorld {
public:
    void SetUp() override;
    void TearDown() override;

    TownTablet& tablet(const std::string& name, const char* agency, const char* worker);
    TownTablet& assessor() { return *m_tablets.at("assessor"); }

    // The nurse of the trust, who holds everything there and lets others in.
    [[nodiscard]] Device& nurse() { return *m_nurse; }
    PersonId registers(const std::string& family); // with two notes
    RecordId notes(const PersonId& person);        // a note with words of its own
    void notes(const PersonId& person, int count, std::size_t padding = 0);
    void joins(const PersonId& person, const TownTablet& tablet, std::chrono::hours until = {});
    void leaves(const PersonId& person, const TownTablet& tablet);
    RecordId refers(const PersonId& person, const char* worker = "W001");
    void readdresses(const RecordId& referral, const char* worker);
    void withdraws(const RecordId& referral);
    void entersInError(const RecordId& note);
    void links(const PersonId& person, const PersonId& other);
    void unlinks(const PersonId& person);
    void changes(const RecordId& record, const FieldSpec& field, const std::string& value);
    void revokes(const TownTablet& tablet, const AgencyId& at);
    // The person says so about what the trust shows the council; recorded at the trust.
    RecordId says(const PersonId& person, sharing::StatementKind kind);
    void takesBack(const RecordId& statement);
    void restricts(const RecordId& note, const std::vector<sharing::NamedReader>& readers);
    void newEpoch(const AgencyId& agency);
    // The trust decides by a changed agreement from now on.
    void agrees(const std::function<void(sharing::Agreement&)>& change);

    // What the note says that no other record does.
    [[nodiscard]] const std::string& wordsOf(const RecordId& note) const { return m_words.at(note); }
    [[nodiscard]] bool isHeldAt(const AgencyId& home, const OpId& op);
    [[nodiscard]] std::size_t inboxOf(const AgencyId& home);

    // Every tablet against the oracle: holds what a new device of its worker would be given now, its work is accounted for,
    // and no words are on its disk that it may not hold.
    void checkEverything();

    PersonId edith;
    PersonId arthur;
    RecordId edithsNote;
    RecordId arthursNote;

private:
    friend class TownTablet;
    void check(TownTablet& tablet);
    void checkWork(TownTablet& tablet);

    std::unique_ptr<Device> m_nurse;
    std::map<std::string, std::unique_ptr<TownTablet>> m_tablets;
    std::map<RecordId, std::string> m_words;
    std::map<std::pair<PersonId, WorkerId>, RecordId> m_memberships;
    std::map<PersonId, RecordId> m_links;
    int m_counter = 0;
};

inline const AgencyId kTrustHome{"trust"};
inline const AgencyId kCouncilHome{"council"};
inline const AgencyId kHousingHome{"housing"};

} // namespace frontsheet::test
