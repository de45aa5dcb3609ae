// A home with a person on it, its worker and a partner's, and the shortest way to ask admit() about an edit.
#pragma once

#include "core/domain/admit.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet {

class RulesFixture : public testing::Test {
protected:
    static Principal worker(const std::string& agency, const std::string& code, const std::string& role = "worker") {
        return {AgencyId{agency}, WorkerId{code}, role, {}};
    }

    // A creation by `author` at their own agency.
    [[nodiscard]] Intent creation(const Principal& author, RecordType type, const FieldSet& fields,
                                  Category category = {}) {
        Intent intent;
        intent.op = ids.random<OpId>();
        intent.record = ids.timeOrdered<RecordId>(now);
        intent.type = type;
        intent.home = author.agency;
        intent.person = edith;
        intent.category = category;
        intent.edits = editsOf(type, {}, fields);
        intent.occurredAt = now;
        return intent;
    }

    // An edit that turns `before`, as its author saw it, into `after`.
    [[nodiscard]] Intent edit(const Record& before, const FieldSet& after) {
        Intent intent;
        intent.op = ids.random<OpId>();
        intent.record = before.id;
        intent.type = before.type;
        intent.home = before.home;
        intent.person = before.person;
        intent.category = before.category;
        intent.base = before.version;
        intent.edits = editsOf(before.type, before.fields, after);
        intent.occurredAt = before.occurredAt;
        return intent;
    }

    template <class Change>
    [[nodiscard]] Intent edited(const Record& before, Change change) {
        FieldSet after = before.fields;
        change(after);
        return edit(before, after);
    }

    [[nodiscard]] Result<Admission> ask(const Principal& author, const std::optional<Record>& current,
                                        const Intent& intent, Relationships relationships = {}) {
        return admit(author, current, intent, relationships, now);
    }

    // The record after an intent that must be taken; the next version of it.
    [[nodiscard]] Record taken(const Principal& author, const std::optional<Record>& current, const Intent& intent,
                               Relationships relationships = {}) {
        auto admission = ask(author, current, intent, relationships);
        if (!admission) {
            ADD_FAILURE() << "refused: " << describe(admission.error());
            return current.value_or(Record{});
        }
        admission->record.version.n = (current ? current->version.n : 0) + 1;
        admission->record.recordedAt = now;
        return admission->record;
    }

    [[nodiscard]] ErrorCode refusal(const Principal& author, const std::optional<Record>& current, const Intent& intent,
                                    Relationships relationships = {}) {
        const auto admission = ask(author, current, intent, relationships);
        EXPECT_FALSE(admission) << "was taken";
        return admission ? ErrorCode::Internal : admission.error().code;
    }

    SeededIdSource ids{20261120};
    WallTime now = kFridayMorning;
    PersonId edith = ids.timeOrdered<PersonId>(now);
    PersonId arthur = ids.timeOrdered<PersonId>(now);
    Principal nurse = worker("community_trust", "W012", "community nurse");
    Principal colleague = worker("community_trust", "W013", "community nurse");
    Principal assessor = worker("council", "W001", "social work assessor");
    Principal officer = worker("housing", "W028", "housing officer");
};

} // namespace frontsheet
