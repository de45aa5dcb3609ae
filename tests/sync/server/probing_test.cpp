// Whether something is there, found out not by what is answered but by how: a guess at what exists and is withheld, and one at
// what does not exist, get answers of one shape, for the same work. Work is counted in statements and rows of the ledger, which
// do not depend on who else is using the machine.
#include "core/sqlite/work_count.h"
#include "sync/wire/evidence_codec.h"
#include "tests/sync/server/attacks_world.h"

#if defined(FRONTSHEET_FAULTS)

namespace frontsheet::test {

class Probing : public Attacks {
public:
    static constexpr std::uint64_t kRowsOfTheRecordItself = 2;
    struct Told {
        int status = 0;
        std::size_t bytes = 0; // unpacked
        sqlite::WorkCount work;
        // A row that is there is read, one that is not there is not: what a statement looks for is no longer work than the statement.
        friend bool operator==(const Told& a, const Told& b) {
            const auto rows = a.work.rows > b.work.rows ? a.work.rows - b.work.rows : b.work.rows - a.work.rows;
            return a.status == b.status && a.bytes == b.bytes && a.work.statements == b.work.statements &&
                   rows <= kRowsOfTheRecordItself;
        }
        friend std::ostream& operator<<(std::ostream& out, const Told& told) {
            return out << told.status << ", " << told.bytes << " bytes, " << told.work.statements << " statements, "
                       << told.work.rows << " rows";
        }
    };
    template <class Ask>
    Told told(const Ask& ask) {
        const auto before = sqlite::workSoFar();
        const Response response = ask();
        const auto after = sqlite::workSoFar();
        return {response.status,
                unpacked(response).size(),
                {after.statements - before.statements, after.rows - before.rows}};
    }
    // An edit under a name of its own: whoever guesses does not repeat themselves.
    Intent edit(Device& who, RecordType type, const RecordId& id, const PersonId& person, Category category) {
        Intent intent = who.creates(type, person, {});
        intent.record = id;
        intent.base.n = 1;
        intent.category = category;
        intent.edits = {{schemaOf(type)->fields.front().tag, textValue("seen"), textValue("changed")}};
        return intent;
    }
    std::vector<Record> withheldFrom(const Device& who) {
        std::vector<Record> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                     [&](const Record& record) { return !who.holds(record.id); });
        return found;
    }
    // Each record that is there and withheld against one that is not, of the person it is about and of a person made up.
    void editsTellNothing(Device& who) {
        const auto withheld = withheldFrom(who);
        ASSERT_GT(withheld.size(), 25U);
        for (const auto& record : withheld) {
            for (const auto& person : {record.person, ids.timeOrdered<PersonId>(clock.now())}) {
                const auto ask = [&](const RecordId& id) {
                    const auto request = who.request({edit(who, record.type, id, person, record.category)});
                    return told([&] { return who.send(request); });
                };
                const auto there = ask(record.id);
                const auto nowhere = ask(ids.timeOrdered<RecordId>(clock.now()));
                EXPECT_EQ(there, nowhere) << schemaOf(record.type)->name << " " << name(record.category)
                                          << (person == record.person ? "" : ", of somebody made up");
            }
        }
    }
    void scopesTellNothing(Device& who) {
        for (int n = static_cast<int>(Category::Identity); n < static_cast<int>(Category::Directory); ++n) {
            const auto ask = [&](const PersonId& person) {
                auto request = who.request({});
                request.have.partial = {{Scope::ofPerson(person, static_cast<Category>(n)).name(), 0, {}}};
                return told([&] { return who.send(request); });
            };
            EXPECT_EQ(ask(edith), ask(newPerson())) << name(static_cast<Category>(n));
        }
    }
    // What a comparison wants again.
    void wantsTellNothing(Device& who) {
        for (const auto& record : withheldFrom(who)) {
            const auto ask = [&](const RecordId& id) {
                auto request = who.request({});
                request.have.wanted = {id};
                return told([&] { return who.send(request); });
            };
            EXPECT_EQ(ask(record.id), ask(ids.timeOrdered<RecordId>(clock.now()))) << schemaOf(record.type)->name;
        }
    }
    // A reading reported of what this device was never sent: of a record that is there, and of one that is not.
    void readingsTellNothing(Device& who) {
        const auto withheld = withheldFrom(who);
        ASSERT_GT(withheld.size(), 25U);
        for (const auto& record : withheld) {
            const auto ask = [&](const RecordId& id, HomeVersion version) {
                auto request = who.request({});
                request.readings = {{id, version, ReadingHow::Shown, clock.now()}};
                return told([&] { return who.send(request); });
            };
            const auto there = ask(record.id, record.version);
            EXPECT_EQ(there, ask(ids.timeOrdered<RecordId>(clock.now()), record.version))
                << schemaOf(record.type)->name << " " << name(record.category);
            EXPECT_EQ(there, ask(record.id, HomeVersion{record.version.n + 7})) << "nor how often it was changed";
        }
    }
    void evidenceTellsNothing(Device& who) {
        for (const auto view : {EvidenceView::Person, EvidenceView::Devices, EvidenceView::Holdings}) {
            const auto ask = [&](const PersonId& person) {
                EvidenceAsk question;
                question.view = view;
                question.person = person;
                const Bytes body = wire::pack(wire::encode(wire::EvidenceQuestion{kTrust, question}));
                return told([&] { return server->handle({kTrust, Verb::Evidence, callerOf(who.who), body}); });
            };
            EXPECT_EQ(ask(edith), ask(newPerson())) << static_cast<int>(view);
        }
    }
};

TEST_F(Probing, APartnerWhoIsJoinedToNobodyLearnsNothingByItsWork) {
    auto stranger = device("council", "W002", "community_trust", "social work assessor");
    stranger.sync();
    stranger.sync();
    editsTellNothing(stranger);
    scopesTellNothing(stranger);
    readingsTellNothing(stranger);
    evidenceTellsNothing(stranger);
    wantsTellNothing(stranger);
}

TEST_F(Probing, AColleagueWhoIsNotInvolvedLearnsNothingByItsWork) {
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    colleague.sync();
    colleague.sync();
    editsTellNothing(colleague);
    readingsTellNothing(colleague);
    evidenceTellsNothing(colleague);
}

TEST_F(Probing, WhoIsOnAnotherPersonsTeamLearnsNothingOfThisOne) {
    auto assessor = device("council", "W001", "community_trust", "social work assessor");
    joins(arthur, assessor.who);
    assessor.sync();
    assessor.sync();
    std::erase_if(all, [&](const Record& record) { return record.person == arthur; });
    editsTellNothing(assessor);
    scopesTellNothing(assessor);
    readingsTellNothing(assessor);
    evidenceTellsNothing(assessor);
    wantsTellNothing(assessor);
}

// That a count counts: a guess that hits what one may read is other work.
TEST_F(Probing, WhatOneMayReadIsOtherWork) {
    auto nurse = device("community_trust", "W012", "community_trust", "community nurse");
    joins(edith, nurse.who);
    nurse.sync();
    nurse.sync();
    const auto ask = [&](const RecordId& id) {
        const auto request = nurse.request({edit(nurse, RecordType::ContactNote, id, edith, Category::ContactNote)});
        return told([&] { return nurse.send(request); });
    };
    const auto note = std::find_if(all.begin(), all.end(), [&](const Record& record) {
        return record.type == RecordType::ContactNote && record.person == edith &&
               record.category == Category::ContactNote && nurse.holds(record.id);
    });
    ASSERT_NE(note, all.end());
    EXPECT_FALSE(ask(note->id) == ask(ids.timeOrdered<RecordId>(clock.now())));
}

} // namespace frontsheet::test

#endif
