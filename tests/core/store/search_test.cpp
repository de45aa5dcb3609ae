// Finding people and notes as one types, and the caseload.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/store/snippet.h"
#include "tests/core/store/tablet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using test::kCouncil;
using test::kTrust;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Search : public ::testing::Test {
protected:
    test::Tablet m_tablet;

    DeviceStore& store() { return m_tablet.store(); }
    PersonId add(
        const std::string& family, const std::string& given, const AgencyId& home = kTrust,
        const std::function<void(FieldSet&)>& more = [](FieldSet&) {}) {
        const auto person = m_tablet.newId<PersonId>();
        Record registration = m_tablet.registration(person, family, given, home);
        more(registration.fields);
        m_tablet.mustApply(m_tablet.page({m_tablet.sent(registration)}), home);
        m_tablet.mustIndex();
        return person;
    }
    [[nodiscard]] std::vector<std::string> names(const std::string& typed, std::size_t limit = 20) {
        const auto rows = store().search(typed, limit);
        EXPECT_TRUE(rows);
        std::vector<std::string> out;
        for (const auto& row : rows.value()) {
            out.push_back(row.matchedNote.isNull() ? row.familyName + ", " + row.givenName : "note: " + row.snippet);
        }
        return out;
    }
};

TEST_F(Search, FindsANameByTheBeginningOfAnyOfItsWords) {
    add("O'Neill", "Siobhán");
    add("Neilson", "Anna");
    EXPECT_THAT(names("o'ne"), ElementsAre("O'Neill, Siobhán"));
    EXPECT_THAT(names("ONEILL"), ElementsAre("O'Neill, Siobhán"));
    EXPECT_THAT(names("o’neill"), ElementsAre("O'Neill, Siobhán"));
    EXPECT_THAT(names("siobhan"), ElementsAre("O'Neill, Siobhán"));
    EXPECT_THAT(names("oneill sio"), ElementsAre("O'Neill, Siobhán"));
    EXPECT_THAT(names("sio oneill"), ElementsAre("O'Neill, Siobhán"));
    EXPECT_THAT(names("neil"), ElementsAre("Neilson, Anna"));
    EXPECT_THAT(names("anna oneill"), IsEmpty());
    EXPECT_THAT(names(""), IsEmpty());
    EXPECT_THAT(names(" '-. "), IsEmpty());
}

TEST_F(Search, FindsNamesOfEveryScriptAndTheWordsNullAndTrue) {
    add("Null", "True");
    add("Łukasiewicz", "Świętosława");
    add("Nguyễn", "Thị");
    add("王", "小明");
    add("الحسن", "مريم");
    add("כהן", "שרה");
    add("Δημητρίου", "Ελένη");
    add("van der Berg", "Jan");
    EXPECT_THAT(names("null"), ElementsAre("Null, True"));
    EXPECT_THAT(names("true"), ElementsAre("Null, True"));
    EXPECT_THAT(names("lukas"), ElementsAre("Łukasiewicz, Świętosława"));
    EXPECT_THAT(names("nguyen"), ElementsAre("Nguyễn, Thị"));
    EXPECT_THAT(names("王"), ElementsAre("王, 小明"));
    EXPECT_THAT(names("小明"), ElementsAre("王, 小明"));
    EXPECT_THAT(names("王小明"), ElementsAre("王, 小明"));
    EXPECT_THAT(names("明"), ElementsAre("王, 小明"));
    EXPECT_THAT(names("مري"), ElementsAre("الحسن, مريم"));
    EXPECT_THAT(names("כהן שר"), ElementsAre("כהן, שרה"));
    EXPECT_THAT(names("Δημητ"), ElementsAre("Δημητρίου, Ελένη"));
    EXPECT_THAT(names("van der b"), ElementsAre("van der Berg, Jan"));
    EXPECT_THAT(names("berg"), ElementsAre("van der Berg, Jan"));
}

TEST_F(Search, FindsNumbersHoweverTheyAreSpaced) {
    add("Marlowe", "Edith", kTrust, [](FieldSet& f) {
        f.put(registration::kNhsNumber, std::string{"9434765919"});
        f.put(registration::kPostcode, std::string{"LS1 4AB"});
        f.put(registration::kPhone, std::string{"+44 (0)113 496 0000"});
    });
    add("Penrose", "Arthur", kTrust, [](FieldSet& f) { f.put(registration::kPhone, std::string{"01632 960111"}); });
    for (const char* typed : {"9434765919", "943 476 5919", "943476 5919", "943-476-5919", "943 4", "9434", "476",
                              "ls1 4ab", "LS14AB", "ls14", "ls1 4", "0113 496 0000", "01134960000", "0113496",
                              "marlowe 943 476", "marlowe ls1", "+44 (0)113 496"}) {
        EXPECT_THAT(names(typed), ElementsAre("Marlowe, Edith")) << typed;
    }
    EXPECT_THAT(names("01632 960111"), ElementsAre("Penrose, Arthur"));
    EXPECT_THAT(names("9434765918"), IsEmpty());
    EXPECT_THAT(names("penrose 943"), IsEmpty());
}

TEST_F(Search, PutsPeopleFirstThenNotesNewestFirst) {
    const auto edith = add("Fallon", "Edith");
    std::vector<IncomingRecord> notes;
    for (int i = 1; i <= 3; ++i) {
        notes.push_back(m_tablet.sent(m_tablet.note(edith, "Fall number " + std::to_string(i) + " in the hall.")));
    }
    m_tablet.mustApply(m_tablet.page(std::move(notes)));
    m_tablet.mustIndex();
    EXPECT_THAT(names("fall"), ElementsAre("Fallon, Edith",
                                           "note: \x02"
                                           "Fall\x03 number 3 in the hall.",
                                           "note: \x02"
                                           "Fall\x03 number 2 in the hall.",
                                           "note: \x02"
                                           "Fall\x03 number 1 in the hall."));
    EXPECT_THAT(names("fall 2"), ElementsAre("note: \x02"
                                             "Fall\x03 number \x02"
                                             "2\x03 in the hall."));
    const auto row = store().search("number 2", 5)->front();
    EXPECT_EQ(row.person, edith);
    EXPECT_EQ(row.familyName, "Fallon");
    EXPECT_THAT(names("f"), ElementsAre("Fallon, Edith")) << "one letter looks for people only";
    EXPECT_THAT(names("fall", 2), SizeIs(2));
}

TEST_F(Search, LeavesRoomForNotesAmongManyPeople) {
    std::vector<IncomingRecord> people;
    for (int i = 0; i < 40; ++i) {
        people.push_back(
            m_tablet.sent(m_tablet.registration(m_tablet.newId<PersonId>(), "Fallow", "P" + std::to_string(i))));
    }
    people.push_back(m_tablet.sent(m_tablet.note(m_tablet.newId<PersonId>(), "a fall")));
    m_tablet.mustApply(m_tablet.page(std::move(people)));
    m_tablet.mustIndex();
    const auto found = names("fall", 20);
    EXPECT_THAT(found, SizeIs(20));
    EXPECT_EQ(found.back(), "note: a \x02"
                            "fall\x03");
}

// A key typed reads a screenful: the same one.
TEST_F(Search, TheFirstRowsAreTheFirstOfAll) {
    for (int n = 0; n < 12; ++n) {
        const auto person = add(n % 3 == 0 ? "Rowe" : "Pike", "Ann" + std::to_string(n), kTrust,
                                [](FieldSet& f) { f.put(registration::kTown, std::string{"Rowell"}); });
        m_tablet.mustSave({m_tablet.creation(m_tablet.note(person, "Rowing again"))});
    }
    m_tablet.mustIndex();
    const auto seen = [](const std::vector<PersonRow>& rows) {
        std::vector<std::pair<PersonId, RecordId>> out;
        for (const auto& row : rows) {
            out.emplace_back(row.person, row.matchedNote);
        }
        return out;
    };
    for (const auto* typed : {"ro", "rowe", "row", "pike ann1", "again", "nobody", ""}) {
        const auto whole = seen(store().search(typed, 20).value());
        for (const std::size_t first : {1U, 4U, 11U, 12U, 13U, 15U}) {
            const auto found = store().searchFirst(typed, 20, first).value();
            const auto expected = std::vector(whole.begin(), whole.begin() + std::min(whole.size(), first));
            EXPECT_EQ(seen(found.rows), expected) << typed << ", " << first;
            EXPECT_EQ(found.more, whole.size() > first) << typed << ", " << first;
        }
    }
}

TEST_F(Search, ShowsTheWordsAroundTheHitAsTheyWereWritten) {
    const std::vector<std::string> wanted{"cafe"};
    const std::string text = std::string(400, 'x') + " went to the CAFÉ,\nwith Mr O'Brien and " + std::string(400, 'y');
    const auto shown = store::snippet(text, wanted, 60);
    EXPECT_THAT(shown, HasSubstr("went to the \x02"
                                 "CAFÉ\x03, with Mr O'Brien"));
    EXPECT_TRUE(shown.starts_with("…"));
    EXPECT_TRUE(shown.ends_with("…"));
    EXPECT_EQ(store::snippet("nothing here", wanted, 60), "");
    EXPECT_EQ(store::snippet("他住在王家", {"王"}, 60), "他住在\x02王\x03家");
    EXPECT_EQ(store::snippet("o’brien", {"obr"}, 60), "\x02o’brien\x03");
}

TEST_F(Search, StoresSearchesAndShowsTenThousandCharactersExactly) {
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += i % 3 == 0 ? "héllo wörld " : (i % 3 == 1 ? "مرحبا 王小明 " : "O’Neill's \"x\"\n");
    }
    text += "Endword";
    const auto person = m_tablet.newId<PersonId>();
    const Record note = m_tablet.note(person, text);
    m_tablet.mustSave({m_tablet.creation(note)});
    ASSERT_TRUE(m_tablet.open());
    EXPECT_EQ(m_tablet.textOf(note.id), text);
    ASSERT_THAT(store().search("endwo", 5).value(), SizeIs(1));
    EXPECT_THAT(store().search("endwo", 5)->front().snippet, HasSubstr("\x02"
                                                                       "Endword\x03"));
    EXPECT_THAT(store().search("hello 小 oneills", 5).value(), SizeIs(1));
}

TEST_F(Search, FindsWhatWasJustSavedAndForgetsWhatItSaidBefore) {
    const auto person = m_tablet.newId<PersonId>();
    Record note = m_tablet.note(person, "walking stick", "draft");
    m_tablet.mustSave({m_tablet.creation(note)});
    EXPECT_THAT(names("walking"), SizeIs(1));
    const Record before = m_tablet.held(note.id)->record;
    note.fields.put(contact_note::kText, std::string{"walking frame"});
    m_tablet.mustSave({m_tablet.edit(before, note)});
    EXPECT_THAT(names("frame"), SizeIs(1));
    EXPECT_THAT(names("stick"), IsEmpty());
    // The same through the mirror and the queue.
    note.fields.put(contact_note::kText, std::string{"hoist"});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(note, 9)}));
    m_tablet.mustIndex();
    EXPECT_THAT(names("frame"), SizeIs(1)) << "the edit still waits on top of it";
    m_tablet.mustApply(m_tablet.answer(m_tablet.outgoing().front().intent.op, IntentOutcome::Refused));
    m_tablet.mustIndex();
    EXPECT_THAT(names("frame"), IsEmpty());
    EXPECT_THAT(names("hoist"), SizeIs(1));
}

TEST_F(Search, IndexesInBatchesAndSaysWhatIsLeft) {
    std::vector<IncomingRecord> notes;
    for (int i = 0; i < 50; ++i) {
        notes.push_back(m_tablet.sent(m_tablet.note(m_tablet.newId<PersonId>(), "bulk " + std::to_string(i))));
    }
    m_tablet.mustApply(m_tablet.page(std::move(notes)));
    EXPECT_THAT(names("bulk"), IsEmpty());
    EXPECT_EQ(store().indexSome(20).value(), 30u);
    EXPECT_THAT(names("bulk", 100), SizeIs(20));
    EXPECT_EQ(store().indexSome(100).value(), 0u);
    EXPECT_THAT(names("bulk", 100), SizeIs(50));
}

TEST_F(Search, ManyPeopleOfOneTownComeInOrderOfName) {
    std::vector<IncomingRecord> people;
    for (int i = 0; i < 1500; ++i) {
        Record r = m_tablet.registration(m_tablet.newId<PersonId>(), "Name" + std::to_string(9999 - i), "G");
        r.fields.put(registration::kTown, std::string{"Saltmarsh"});
        people.push_back(m_tablet.sent(r));
    }
    m_tablet.mustApply(m_tablet.page(std::move(people)));
    m_tablet.mustIndex();
    EXPECT_THAT(names("saltm", 3), ElementsAre("Name8500, G", "Name8501, G", "Name8502, G"));
    EXPECT_THAT(names("saltm name9", 3), ElementsAre("Name9000, G", "Name9001, G", "Name9002, G"));
}

TEST_F(Search, ARecordWithoutFieldsIsARecord) {
    Record bare = m_tablet.record(RecordType::Registration, kTrust, m_tablet.newId<PersonId>());
    bare.occurredAt = {};
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(bare)}));
    m_tablet.mustIndex();
    EXPECT_EQ(store().caseload(RecordReader::CaseloadOf::Everyone, {}, {}, 0, 10)->total, 1u);
    EXPECT_TRUE(store().checkIntegrity());
}

class Caseload : public Search {
protected:
    [[nodiscard]] RecordReader::CaseloadPage everyone(std::size_t offset = 0, std::size_t limit = 100) {
        return store().caseload(RecordReader::CaseloadOf::Everyone, {}, {}, offset, limit).value();
    }
    [[nodiscard]] std::vector<std::string> order() {
        std::vector<std::string> out;
        for (const auto& row : everyone().rows) {
            out.push_back(row.familyName);
        }
        return out;
    }
};

TEST_F(Caseload, IsInOrderOfNameAsReadNotAsCoded) {
    for (const char* family : {"Zimmer", "Ångström", "O'Neill", "Ollerton", "de la Tour", "", "apple", "Ødegård"}) {
        add(family, "X");
    }
    EXPECT_THAT(order(),
                ElementsAre("Ångström", "apple", "de la Tour", "Ødegård", "Ollerton", "O'Neill", "Zimmer", ""));
    EXPECT_EQ(everyone(2, 3).total, 8u);
    EXPECT_EQ(everyone(2, 3).rows[0].familyName, "de la Tour");
    EXPECT_THAT(everyone(8, 3).rows, IsEmpty());
}

TEST_F(Caseload, AHumanLinkedAcrossAgenciesIsOneRowUntilTheLinkIsWithdrawn) {
    const auto trusts = add("Marlow", "Edith", kTrust);
    const auto councils = add("Marlowe", "Edith", kCouncil,
                              [](FieldSet& f) { f.put(registration::kNhsNumber, std::string{"9434765919"}); });
    const auto third = add("Marlowe", "E", AgencyId{"housing"});
    EXPECT_THAT(order(), SizeIs(3));
    Record one = m_tablet.link(trusts, councils);
    Record two = m_tablet.link(councils, third, "proposed", kCouncil);
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(one)}));
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(two)}), kCouncil);
    EXPECT_THAT(order(), SizeIs(2)) << "a proposal joins nobody";
    two.fields.put(person_link::kState, std::string{"stated"});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(two, 2)}), kCouncil);
    auto rows = everyone().rows;
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(rows[0].familyName, "Marlowe") << "the spelling with a checked number";
    EXPECT_EQ(rows[0].nhsNumber, "9434765919");
    EXPECT_THAT(rows[0].agencies, ElementsAre(AgencyId{"community_trust"}, AgencyId{"council"}, AgencyId{"housing"}));
    EXPECT_THAT(store().sameHuman(third).value(), ElementsAre(trusts, councils, third));
    EXPECT_EQ(store().personRows(std::span{&third, 1})->front().familyName, "Marlowe");

    one.fields.put(person_link::kState, std::string{"withdrawn"});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(one, 2)}));
    EXPECT_THAT(order(), ElementsAre("Marlow", "Marlowe"));
    EXPECT_THAT(store().sameHuman(trusts).value(), ElementsAre(trusts));
    EXPECT_THAT(store().sameHuman(third).value(), ElementsAre(councils, third));
    EXPECT_TRUE(store().checkIntegrity());
}

TEST_F(Caseload, ANoPartsTwoIdsThoughAnotherAgencySaysYes) {
    const auto trusts = add("Marlow", "Edith", kTrust);
    const auto councils = add("Marlowe", "Edith", kCouncil);
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.link(councils, trusts, "stated", kCouncil))}), kCouncil);
    EXPECT_THAT(order(), SizeIs(1));
    Record no = m_tablet.link(trusts, councils, "refused");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(no)}));
    EXPECT_THAT(order(), SizeIs(2));
    EXPECT_THAT(store().sameHuman(trusts).value(), ElementsAre(trusts));
    // The council says so once more, by another statement, and a third record hangs on its own.
    const auto third = add("Marlowe", "E", AgencyId{"housing"});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.link(trusts, councils, "stated", kCouncil)),
                                      m_tablet.sent(m_tablet.link(councils, third, "stated", kCouncil))}),
                       kCouncil);
    EXPECT_THAT(store().sameHuman(trusts).value(), ElementsAre(trusts));
    EXPECT_THAT(store().sameHuman(councils).value(), ElementsAre(councils, third));
    no.fields.put(person_link::kState, std::string{"stated"});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(no, 2)}));
    EXPECT_THAT(store().sameHuman(trusts).value(), SizeIs(3)) << "and all is as it was before the no";
    EXPECT_THAT(order(), SizeIs(1));
    EXPECT_TRUE(store().checkIntegrity());
}

TEST_F(Caseload, ANoThatLeavesTheDevicePartsNobodyAnyLonger) {
    const auto trusts = add("Marlow", "Edith", kTrust);
    const auto councils = add("Marlowe", "Edith", kCouncil);
    const Record no = m_tablet.link(trusts, councils, "withdrawn");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(no)}));
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.link(councils, trusts, "stated", kCouncil))}), kCouncil);
    EXPECT_THAT(order(), SizeIs(2)) << "the no was here first";
    auto removing = m_tablet.page({});
    removing.pages[0].removed = {no.id};
    m_tablet.mustApply(removing);
    EXPECT_THAT(store().sameHuman(trusts).value(), ElementsAre(trusts, councils));
    EXPECT_THAT(order(), SizeIs(1));
    EXPECT_TRUE(store().checkIntegrity());
}

TEST_F(Caseload, ALinkCanComeBeforeThePeopleAndACircleOfLinksHoldsWhenOneGoes) {
    const auto a = m_tablet.newId<PersonId>();
    const auto b = m_tablet.newId<PersonId>();
    const auto c = m_tablet.newId<PersonId>();
    const Record ab = m_tablet.link(a, b);
    const Record bc = m_tablet.link(b, c);
    const Record ca = m_tablet.link(c, a);
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(ab), m_tablet.sent(bc), m_tablet.sent(ca)}));
    EXPECT_THAT(everyone().rows, IsEmpty());
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.registration(c, "Penrose", "Arthur"))}));
    EXPECT_THAT(everyone().rows, SizeIs(1));
    auto removing = m_tablet.page({});
    removing.pages[0].removed = {ab.id};
    m_tablet.mustApply(removing);
    EXPECT_THAT(store().sameHuman(a).value(), SizeIs(3));
    removing.pages[0].removed = {bc.id};
    m_tablet.mustApply(removing);
    EXPECT_THAT(store().sameHuman(a).value(), ElementsAre(a, c));
    EXPECT_THAT(store().sameHuman(b).value(), ElementsAre(b));
    EXPECT_TRUE(store().checkIntegrity());
}

TEST_F(Caseload, TheOwnAgencysSpellingIsShown) {
    const auto theirs = add("Marlowe-Smythe", "E", kCouncil,
                            [](FieldSet& f) { f.put(registration::kNhsNumber, std::string{"9434765919"}); });
    const auto ours = add("Marlow", "Edith", kTrust);
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.link(ours, theirs))},
                                     Scope::everyone(Category::Identity).name() + "@0000000000000001"));
    EXPECT_THAT(order(), ElementsAre("Marlow"));
}

TEST_F(Caseload, OfAWorkerIsTheirCareTeamAsOfNow) {
    const auto edith = add("Marlowe", "Edith");
    const auto arthur = add("Penrose", "Arthur");
    const auto zoe = add("Zimmer", "Zoe");
    Record ended = m_tablet.membership(arthur, kTrust, test::kNurse);
    ended.fields.put(care_team::kUntil, m_tablet.clock().now() + std::chrono::hours{1});
    m_tablet.mustApply(
        m_tablet.page({m_tablet.sent(m_tablet.membership(edith, kTrust, test::kNurse)), m_tablet.sent(ended),
                       m_tablet.sent(m_tablet.membership(edith, kTrust, WorkerId{"W099"}))}));
    const auto mine = [&] {
        return store().caseload(RecordReader::CaseloadOf::Worker, kTrust, test::kNurse, 0, 10).value();
    };
    EXPECT_EQ(mine().total, 2u);
    m_tablet.clock().advance(std::chrono::hours{2});
    ASSERT_EQ(mine().total, 1u);
    EXPECT_EQ(mine().rows[0].familyName, "Marlowe");
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(m_tablet.membership(zoe, kTrust, test::kNurse))}));
    ASSERT_EQ(mine().total, 2u) << "who came by an exchange is there at once";
    EXPECT_EQ(mine().rows[1].familyName, "Zimmer");
    EXPECT_EQ(store().caseload(RecordReader::CaseloadOf::Worker, kCouncil, test::kNurse, 0, 10)->total, 0u);
}

TEST_F(Caseload, AMessageOnAReferralStandsOnAListUntilItIsRead) {
    const auto edith = add("Marlowe", "Edith");
    Record message;
    message.id = m_tablet.newId<RecordId>();
    message.type = RecordType::ReferralMessage;
    message.home = kTrust;
    message.person = edith;
    message.category = Category::Referral;
    message.author = WorkerId{"W001"};
    message.authorAgency = kCouncil;
    message.occurredAt = m_tablet.clock().now();
    message.fields.put(referral_message::kReferral, m_tablet.newId<RecordId>());
    message.fields.put(referral_message::kText, std::string{"Is there a rail on the stairs?"});
    message.fields.put(referral_message::kToAgency, kTrust);
    message.fields.put(referral_message::kToWorker, test::kNurse);
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(message)}));
    const auto waiting = [this] { return store().worklist(Worklist::Messages, test::kNurse.str(), 10).value(); };
    ASSERT_THAT(waiting(), SizeIs(1));
    Record read = message;
    read.fields.put(referral_message::kReadBy, test::kNurse);
    read.fields.put(referral_message::kReadAt, m_tablet.clock().now());
    m_tablet.mustSave({m_tablet.edit(m_tablet.held(message.id)->record, read)});
    EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(Caseload, WorklistsFollowTheWorkingView) {
    const auto edith = add("Marlowe", "Edith");
    Record draft = m_tablet.note(edith, "unfinished", "draft");
    const Record later = m_tablet.note(edith, "later", "draft");
    m_tablet.mustSave({m_tablet.creation(draft), m_tablet.creation(later)});
    auto drafts = store().worklist(Worklist::Drafts, test::kNurse.str(), 10).value();
    ASSERT_THAT(drafts, SizeIs(2));
    EXPECT_EQ(drafts[0].record.id, later.id) << "newest first";
    EXPECT_THAT(store().worklist(Worklist::Drafts, test::kNurse.str(), 1).value(), SizeIs(1));
    const Record before = m_tablet.held(draft.id)->record;
    draft.fields.put(contact_note::kState, std::string{"signed"});
    m_tablet.mustSave({m_tablet.edit(before, draft)});
    EXPECT_THAT(store().worklist(Worklist::Drafts, test::kNurse.str(), 10).value(), SizeIs(1));
    const Record referral = m_tablet.referral(edith, "rails");
    m_tablet.mustSave({m_tablet.creation(referral)});
    EXPECT_THAT(store().worklist(Worklist::ReferralsSent, test::kNurse.str(), 10).value(), SizeIs(1));
    EXPECT_THAT(store().worklist(Worklist::ReferralsToAgency, kCouncil.str(), 10).value(), SizeIs(1));
}

TEST_F(Caseload, AReviewIsOnItsOfficersListUntilItWasHeld) {
    Record placed = m_tablet.record(RecordType::Placement, test::kTrust, add("Tremlett", "Arthur"));
    placed.fields.put(placement::kReviewingOfficer, test::kNurse);
    placed.fields.put(placement::kFirstReviewDue, std::string{"2026-11-28"});
    m_tablet.mustSave({m_tablet.creation(placed)});
    EXPECT_THAT(store().worklist(Worklist::ReviewsDue, test::kNurse.str(), 10).value(), SizeIs(1));
    const Record before = m_tablet.held(placed.id)->record;
    placed.fields.put(placement::kOutcomeOn, std::string{"2026-11-27"});
    m_tablet.mustSave({m_tablet.edit(before, placed)});
    EXPECT_THAT(store().worklist(Worklist::ReviewsDue, test::kNurse.str(), 10).value(), IsEmpty());
}

TEST_F(Caseload, TheCareWorksRecordsAreOnTheirListsAndLeaveThem) {
    Record planned = m_tablet.record(RecordType::Appointment, test::kTrust, add("Tremlett", "Arthur"));
    planned.category = Category::Involvement;
    planned.fields.put(appointment::kWorker, test::kNurse);
    planned.fields.put(appointment::kStartsAt, WallTime{1'795'000'000'000});
    planned.fields.put(appointment::kState, std::string{"planned"});
    m_tablet.mustSave({m_tablet.creation(planned)});
    EXPECT_THAT(store().worklist(Worklist::Appointments, test::kNurse.str(), 10).value(), SizeIs(1));
    const Record before = m_tablet.held(planned.id)->record;
    planned.fields.put(appointment::kState, std::string{"done"});
    m_tablet.mustSave({m_tablet.edit(before, planned)});
    EXPECT_THAT(store().worklist(Worklist::Appointments, test::kNurse.str(), 10).value(), IsEmpty());
}

// What the home's server makes and sends: asked of this agency, to be looked at afterwards.
TEST_F(Caseload, WhatWaitsForAReviewOrAnAnswerIsListedWhenItComesAndGoesWithItsScope) {
    const auto edith = add("Marlowe", "Edith");
    const auto made = [&](RecordType type) {
        Record record = m_tablet.record(type, test::kTrust, edith);
        record.category = Category::Involvement;
        return record;
    };
    Record notice = made(RecordType::PermissionNotice);
    notice.fields.put(permission_notice::kReceivedAt, WallTime{1'795'000'000'000});
    Record review = made(RecordType::ObjectionReview);
    review.fields.put(objection_review::kState, std::string{"awaiting"});
    Record access = made(RecordType::EmergencyAccess);
    access.fields.put(emergency_access::kReview, std::string{"awaiting"});
    const auto scope = Scope::ofPerson(edith, Category::Involvement).name();
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(notice), m_tablet.sent(review), m_tablet.sent(access)}, scope));
    const Worklist lists[] = {Worklist::NoticesToAcknowledge, Worklist::ObjectionReviews,
                              Worklist::EmergenciesToReview};
    for (const auto list : lists) {
        EXPECT_THAT(store().worklist(list, test::kTrust.str(), 10).value(), SizeIs(1)) << static_cast<int>(list);
    }
    review.fields.put(objection_review::kState, std::string{"right"});
    m_tablet.mustApply(m_tablet.page({m_tablet.sent(review, 2)}));
    EXPECT_THAT(store().worklist(Worklist::ObjectionReviews, test::kTrust.str(), 10).value(), IsEmpty());
    auto gone = m_tablet.exchange();
    gone.grants.gone = {scope};
    m_tablet.mustApply(gone);
    for (const auto list : lists) {
        EXPECT_THAT(store().worklist(list, test::kTrust.str(), 10).value(), IsEmpty()) << static_cast<int>(list);
    }
}

} // namespace
} // namespace frontsheet
