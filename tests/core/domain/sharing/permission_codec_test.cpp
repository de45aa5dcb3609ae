#include "core/domain/schema/permission.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/permission_codec.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet::sharing {
namespace {

using namespace std::string_literals;
namespace stated = permission_statement;
namespace notice = permission_notice;

class PermissionCodec : public testing::Test {
protected:
    PermissionCodec() {
        full.kind = StatementKind::Permission;
        full.home = AgencyId{"mental_health"};
        full.receiver = AgencyId{"housing"};
        full.category = Category::MentalHealth;
        full.purpose = Purpose::TenancySupport;
        full.askedAt = kFridayMorning;
        full.askedByAgency = AgencyId{"community_trust"};
        full.askedBy = WorkerId{"W012"};
        full.how = HowAsked::WithInterpreter;
        full.givenBy = GivenBy::Attorney;
        full.authority = "7001 2345 6789";
        full.capacity = Capacity::BestInterests;
        full.decidedBy = WorkerId{"W013"};
        full.decidedWhy = "Her sister and the GP were asked";
        full.from = kFridayMorning + std::chrono::hours{1};
        full.until = kFridayMorning + std::chrono::hours{48};
        full.withdrawnAt = kFridayMorning + std::chrono::hours{2};
        full.withdrawnBy = WorkerId{"W014"};
        full.withdrawnWhy = WithdrawnWhy::RecordedWrongly;
        full.words = "Only about the rent";
        full.corrects = ids.timeOrdered<RecordId>(kFridayMorning);
        full.deliveries = {
            {AgencyId{"housing"}, kFridayMorning, kFridayMorning, WorkerId{"W028"}, DeliveryOf::Given, "Off/the list"},
            {AgencyId{"housing"}, kFridayMorning, {}, {}, DeliveryOf::Withdrawal, {}}};
        full.readers = {{AgencyId{"community_trust"}, WorkerId{"W012"}}};
        full.visits = {{WorkerId{"W012"}, kFridayMorning}};
        full.where = "Flat 3, ring twice";
    }
    [[nodiscard]] Record record(const PermissionStatement& statement) {
        Record out = sampleRegistration(ids, "community_trust", mira);
        out.type = RecordType::PermissionStatement;
        out.category = Category::Involvement;
        out.fields = {};
        putStatement(out.fields, statement);
        return out;
    }
    [[nodiscard]] Record told(const Record& statement) {
        Record out = statement;
        out.type = RecordType::PermissionNotice;
        out.home = AgencyId{"housing"};
        out.fields = noticeOf(statement);
        return out;
    }
    SeededIdSource ids{7};
    PersonId mira = ids.timeOrdered<PersonId>(kFridayMorning);
    PermissionStatement full;
};

TEST_F(PermissionCodec, NothingOfAStatementIsLostInItsRecord) {
    const auto kept = record(full);
    ASSERT_TRUE(checkFields(kept.type, kept.fields));
    const auto back = statementIn(kept);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->id, kept.id);
    EXPECT_EQ(back->person, mira);
    FieldSet again;
    putStatement(again, *back);
    EXPECT_EQ(again, kept.fields);
    EXPECT_EQ(back->deliveries, full.deliveries);
    EXPECT_EQ(back->category, full.category);
    EXPECT_EQ(back->purpose, full.purpose);
    EXPECT_EQ(back->decidedWhy, full.decidedWhy);
    EXPECT_EQ(back->corrects, full.corrects);
    EXPECT_EQ(back->visits, full.visits);
    // Every field of the schema was written, so that none can be forgotten here.
    for (const auto& field : schemaOf(RecordType::PermissionStatement)->fields) {
        EXPECT_NE(kept.fields.find(field.tag), nullptr) << field.name;
    }
}

TEST_F(PermissionCodec, ANoticeTellsWhatTheOtherMustDoAndNothingElse) {
    const auto kept = told(record(full));
    ASSERT_TRUE(checkNotice(kept.fields));
    const auto read = statementIn(kept);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->kind, full.kind);
    EXPECT_EQ(read->home, full.home);
    EXPECT_EQ(read->receiver, full.receiver);
    EXPECT_EQ(read->category, full.category);
    EXPECT_EQ(read->withdrawnAt, full.withdrawnAt);
    EXPECT_EQ(read->askedByAgency, AgencyId{"community_trust"});
    EXPECT_TRUE(checkStatement(*read)) << "whole enough to be relied on";
    for (const auto& [tag, value] : kept.fields) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            EXPECT_EQ(text->find("sister"), std::string::npos);
            EXPECT_EQ(text->find("rent"), std::string::npos);
            EXPECT_EQ(text->find("Flat 3"), std::string::npos) << "an address that is hidden";
        }
        EXPECT_FALSE(std::holds_alternative<std::vector<std::string>>(value)) << "no other agency's part in it";
    }
}

TEST_F(PermissionCodec, WhatCannotBeReadNeverReleases) {
    const Release release{AgencyId{"mental_health"}, AgencyId{"housing"}, Category::MentalHealth,
                          Purpose::TenancySupport};
    for (const FieldSpec& field : {FieldSpec{stated::kCategory}, FieldSpec{stated::kPurpose}, FieldSpec{stated::kHow},
                                   FieldSpec{stated::kGivenBy}, FieldSpec{stated::kCapacity}}) {
        PermissionStatement plain;
        plain.kind = StatementKind::Permission;
        plain.askedAt = kFridayMorning;
        plain.askedBy = WorkerId{"W012"};
        plain.askedByAgency = AgencyId{"community_trust"};
        auto permission = record(plain);
        permission.fields.set(field.tag, Value{"of-tomorrow"s});
        EXPECT_FALSE(statementIn(permission)) << field.name;
        plain.kind = StatementKind::Objection;
        auto objection = record(plain);
        objection.fields.set(field.tag, Value{"of-tomorrow"s});
        const auto read = statementIn(objection);
        ASSERT_TRUE(read) << field.name;
        EXPECT_EQ(wordOn(release, std::span{&*read, 1}, kFridayMorning), PersonsWord::Objects) << field.name;
    }
    auto unknown = record(PermissionStatement{});
    unknown.fields.put(stated::kKind, "of-tomorrow"s);
    EXPECT_FALSE(statementIn(unknown) && statementIn(unknown)->kind == StatementKind::Permission);
    EXPECT_FALSE(statementIn(sampleRegistration(ids, "housing", mira)));
}

TEST_F(PermissionCodec, AHostileNoticeIsRefused) {
    const auto good = told(record(full)).fields;
    const auto with = [&](auto change) {
        FieldSet fields = good;
        change(fields);
        return static_cast<bool>(checkNotice(fields));
    };
    EXPECT_TRUE(with([](FieldSet&) {}));
    EXPECT_FALSE(with([](FieldSet& f) { f.put(notice::kAcknowledgedAt, kFridayMorning); })) << "answered by its sender";
    EXPECT_FALSE(with([](FieldSet& f) { f.put(notice::kWithdrawalAcknowledgedBy, WorkerId{"W028"}); }));
    EXPECT_FALSE(with([](FieldSet& f) { f.put(notice::kReceivedAt, kFridayMorning); }));
    EXPECT_FALSE(with([](FieldSet& f) { f.erase(notice::kStatement.tag); }));
    EXPECT_FALSE(with([](FieldSet& f) { f.erase(notice::kFromAgency.tag); }));
    EXPECT_FALSE(with([](FieldSet& f) { f.put(notice::kKind, "order"s); }));
    EXPECT_FALSE(with([](FieldSet& f) { f.set(FieldTag{500}, Value{"case content"s}); })) << "more than a notice";
    EXPECT_FALSE(with([](FieldSet& f) { f.put(notice::kAuthority, std::string(5000, 'x')); }));
}

TEST_F(PermissionCodec, OfDeliveriesAndAnswersTheFirstStands) {
    const AgencyId housing{"housing"};
    std::vector<Delivery> deliveries;
    EXPECT_TRUE(noteDelivered(deliveries, housing, DeliveryOf::Given, kFridayMorning));
    EXPECT_FALSE(noteDelivered(deliveries, housing, DeliveryOf::Given, kFridayMorning + std::chrono::hours{1}));
    Acknowledgement answer{{}, DeliveryOf::Given, kFridayMorning, WorkerId{"W028"}, "Done"};
    EXPECT_TRUE(noteAcknowledged(deliveries, housing, answer));
    answer.by = WorkerId{"W099"};
    EXPECT_FALSE(noteAcknowledged(deliveries, housing, answer));
    EXPECT_EQ(deliveries.front().acknowledgedBy, WorkerId{"W028"});
    answer.of = DeliveryOf::Withdrawal;
    EXPECT_TRUE(noteAcknowledged(deliveries, housing, answer)) << "an answer shows that it arrived";
    EXPECT_EQ(deliveries.size(), 2u);
    EXPECT_TRUE(deliveries.back().deliveredAt.isKnown());
    PermissionStatement statement;
    statement.home = housing;
    statement.deliveries = {deliveries.front()};
    EXPECT_TRUE(unacknowledged(statement, {}).empty());
    statement.withdrawnAt = kFridayMorning;
    EXPECT_EQ(unacknowledged(statement, {}).size(), 1u) << "the withdrawal is to be answered too";
}

TEST_F(PermissionCodec, DeliveriesThatCannotBeReadAreLeftOut) {
    FieldSet f;
    f.put(stated::kDeliveries,
          std::vector<std::string>{"", "housing", "housing/given/x/0//", "housing/given/1/0", "housing/sold/1/0//"});
    EXPECT_TRUE(deliveriesIn(f).empty());
}

} // namespace
} // namespace frontsheet::sharing
