#include "tests/app/support/conference_town.h"

#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/view.h"

namespace frontsheet::testing {

namespace {

using namespace std::string_literals;

constexpr std::int64_t kDayMs = 24 * 60 * 60'000LL;

// As the council numbers her; the number in hand where it has none.
PersonId atCouncil(Kitley& kitley) {
    const auto same = kitley.store.sameHuman(kitley.edith);
    const auto about = kitley.store.aboutPersons(same.value());
    for (const auto& held : about.value()) {
        if (held.record.type == RecordType::Registration && held.record.home == AgencyId{"council"}) {
            return held.record.person;
        }
    }
    return kitley.edith;
}

} // namespace

template <class Fill>
RecordId ConferenceTown::write(RecordType type, int daysAgo, Fill fill) {
    Record r;
    r.occurredAt = {kKitleyNow.ms - daysAgo * kDayMs};
    r.recordedAt = r.occurredAt;
    r.id = m_kitley.ids.timeOrdered<RecordId>(r.occurredAt);
    r.type = type;
    r.home = AgencyId{"council"};
    r.person = m_edith;
    r.category = schemaOf(type)->category;
    r.author = WorkerId{"W001"};
    r.authorAgency = r.home;
    r.version.n = 1;
    fill(r.fields);
    m_kitley.store.hold(r);
    return r.id;
}

RecordId ConferenceTown::conference(int daysAhead, const char* about, const char* place, const char* why,
                                    const char* state) {
    return write(RecordType::Conference, daysAhead > 0 ? 5 : 5 - daysAhead, [&](FieldSet& f) {
        f.put(conference::kAbout, std::string{about});
        f.put(conference::kStartsAt, WallTime{kKitleyNow.ms + daysAhead * kDayMs + 18 * 60'000LL});
        f.put(conference::kPlace, std::string{place});
        f.put(conference::kWhy, std::string{why});
        f.put(conference::kChair, WorkerId{"W001"});
        f.put(conference::kState, std::string{state});
    });
}

RecordId ConferenceTown::asks(const RecordId& conference, const char* worker, const char* agency, const char* name,
                              const char* relation, const char* as, const char* answer, const char* attended,
                              const char* sent) {
    const auto of = m_kitley.store.record(conference).value()->record;
    return write(RecordType::Invitation, 4, [&](FieldSet& f) {
        f.put(invitation::kConference, conference);
        f.put(invitation::kWorker, WorkerId{worker});
        f.put(invitation::kAgency, AgencyId{agency});
        f.put(invitation::kName, std::string{name});
        f.put(invitation::kRelation, std::string{relation});
        f.put(invitation::kComesAs, std::string{as});
        f.put(invitation::kAnswer, std::string{answer});
        f.put(invitation::kAttended, std::string{attended});
        f.put(invitation::kWordsSent, std::string{sent});
        f.put(invitation::kAbout, of.fields.get(conference::kAbout));
        f.put(invitation::kStartsAt, of.fields.get(conference::kStartsAt));
        f.put(invitation::kPlace, of.fields.get(conference::kPlace));
    });
}

void ConferenceTown::decided(const RecordId& conference, int order, const char* text, const char* whose,
                             const char* name, const char* relation, const char* dissent) {
    const auto decision = write(RecordType::ConferenceDecision, 55, [&](FieldSet& f) {
        f.put(conference_decision::kConference, conference);
        f.put(conference_decision::kOrder, order);
        f.put(conference_decision::kText, std::string{text});
        f.put(conference_decision::kState, "decided"s);
    });
    if (*dissent != '\0') {
        write(RecordType::View, 55, [&](FieldSet& f) {
            f.put(view::kWhose, std::string{whose});
            f.put(view::kName, std::string{name});
            f.put(view::kRelation, std::string{relation});
            f.put(view::kSaid, std::string{dissent});
            f.put(view::kAbout, "conference"s);
            f.put(view::kAboutRecord, decision);
            f.put(view::kSaidOn, "2026-07-22"s);
            f.put(view::kRecordedBy, WorkerId{"W001"});
            f.put(view::kState, "said"s);
        });
    }
}

void ConferenceTown::action(const RecordId& conference, const char* what, const char* agency, const char* worker,
                            const char* state, const char* due, const char* report) {
    write(RecordType::Action, 55, [&](FieldSet& f) {
        f.put(action::kConference, conference);
        f.put(action::kWhat, std::string{what});
        f.put(action::kOwnerAgency, AgencyId{agency});
        f.put(action::kOwner, WorkerId{worker});
        f.put(action::kState, std::string{state});
        f.put(action::kDue, std::string{due});
        f.put(action::kAskedBy, WorkerId{"W001"});
        f.put(action::kAskedByAgency, AgencyId{"council"});
        f.put(action::kReport, std::string{report});
        if (*report != '\0') {
            f.put(action::kReportedAt, WallTime{kKitleyNow.ms - 40 * kDayMs});
        }
    });
}

ConferenceTown::ConferenceTown(Kitley& kitley) : m_kitley(kitley), m_edith(atCouncil(kitley)) {
    toCome = conference(1, "Where Edith lives from October", "Priory Road Surgery, the room on the ground floor",
                        "Edith wants to stay in her own house; her son and Dr Perera advise a care home. We hear all "
                        "three, hers first, and decide what the next three months look like.",
                        "planned");
    ediths = asks(toCome, "", "", "Edith Hargreave", "", "person", "coming");
    martins = asks(toCome, "", "", "Martin Hargreave", "her son", "carer", "asked");
    asks(toCome, "", "", "Jean Tully", "next door", "friend", "coming");
    asks(toCome, "W200", "priory", "", "", "gp", "cannot", "",
         "Three falls since June. If she stays, I want the night covered and a date when we look again.");
    nurses = asks(toCome, "W110", "harbour", "", "", "worker", "asked");
    asks(toCome, "W020", "council", "", "", "worker", "coming");

    held = conference(-55, "After the fall in July", "Edith's kitchen", "", "planned");
    auto over = kitley.store.record(held).value()->record;
    over.fields.put(conference::kState, "held"s);
    over.fields.put(conference::kHeldOn, "2026-07-22"s);
    over.fields.put(conference::kPersonThere, "there"s);
    over.fields.put(conference::kSummary,
                    "Edith spoke first: the stairs are hers, and so is the risk. Martin asked who comes when she "
                    "does not pick up. We went through the week hour by hour."s);
    kitley.store.hold(over);
    asks(held, "", "", "Edith Hargreave", "", "person", "coming", "there");
    asks(held, "", "", "Martin Hargreave", "her son", "carer", "coming", "by-phone");
    asks(held, "W110", "harbour", "", "", "worker", "coming", "there");
    asks(held, "W200", "priory", "", "", "gp", "cannot", "apologies");
    decided(held, 1, "Edith stays at home, with help every morning and a pendant alarm.", "carer", "Martin Hargreave",
            "her son", "She will take it off to wash and forget it. I said so then and I say so now.");
    decided(held, 2, "A second stair rail before the end of August.");
    action(held, "Order the pendant alarm", "council", "W020", "done", "2026-08-05",
           "Fitted on 3 August. She wears it.");
    action(held, "Ask the surgery about her blood pressure tablets", "harbour", "W110", "accepted", "2026-09-10");
    action(held, "Second stair rail", "council", "W020", "offered", "2026-09-25");
}

} // namespace frontsheet::testing
