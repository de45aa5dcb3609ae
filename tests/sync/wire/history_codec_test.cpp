// A record's earlier versions on the wire.
#include "core/base/id_source.h"
#include "core/domain/schema/registration.h"
#include "sync/wire/history_codec.h"
#include "sync/wire/wire_limits.h"

#include <gtest/gtest.h>

namespace frontsheet::wire {
namespace {

const AgencyId kTrust{"trust"};

class HistoryCodec : public ::testing::Test {
protected:
    [[nodiscard]] HistoryPage page(std::uint64_t newest, std::size_t count) {
        HistoryPage out;
        for (std::size_t at = 0; at < count; ++at) {
            Record version = registration;
            version.version.n = newest - at;
            version.fields.put(registration::kAlert, "version " + std::to_string(newest - at));
            out.versions.push_back(std::move(version));
        }
        out.serverTime = WallTime{1'795'000'000'000};
        return out;
    }
    [[nodiscard]] static ErrorCode refusal(const HistoryPage& page) {
        const auto read = decodeHistoryPage(encode(kTrust, page), kTrust);
        return read ? ErrorCode{} : read.error().code;
    }

    SeededIdSource ids{5};
    Record registration = [this] {
        Record record;
        record.id = ids.random<RecordId>();
        record.type = RecordType::Registration;
        record.home = kTrust;
        record.person = ids.random<PersonId>();
        record.category = Category::Identity;
        record.authorAgency = kTrust;
        record.author = WorkerId{"W012"};
        return record;
    }();
};

TEST_F(HistoryCodec, QuestionAndAnswerComeAsTheyWent) {
    const HistoryQuestion question{kTrust, registration.id, HomeVersion{7}};
    EXPECT_EQ(decodeHistoryAsk(encode(question), kTrust).value(), question);
    auto sent = page(7, 3);
    sent.next.n = 5;
    OtherVersion other;
    other.op = ids.random<OpId>();
    other.agency = kTrust;
    other.author = WorkerId{"W013"};
    other.writtenAt = WallTime{5};
    other.says = {{registration::kAccessNote.tag, std::nullopt, Value{std::string{"key safe"}}},
                  {registration::kAlert.tag, Value{std::string{"no dog"}}, std::nullopt}};
    other.standingAgency = kTrust;
    other.standingAuthor = WorkerId{"W012"};
    other.standingSince = WallTime{4};
    sent.versions[1].fields.setOthers({other});
    EXPECT_EQ(decodeHistoryPage(encode(kTrust, sent), kTrust).value(), sent) << "other versions of the words included";
}

TEST_F(HistoryCodec, WhatIsNotOneRecordInOrderIsRefused) {
    auto mixed = page(3, 2);
    mixed.versions[1].id = ids.random<RecordId>();
    EXPECT_EQ(refusal(mixed), ErrorCode::Malformed);
    auto upwards = page(3, 2);
    std::swap(upwards.versions[0], upwards.versions[1]);
    EXPECT_EQ(refusal(upwards), ErrorCode::Malformed);
    auto twice = page(3, 2);
    twice.versions[1].version = twice.versions[0].version;
    EXPECT_EQ(refusal(twice), ErrorCode::Malformed);
    EXPECT_EQ(refusal(page(1000, kMaxHistoryVersions + 1)), ErrorCode::TooLarge);
}

TEST_F(HistoryCodec, AnotherAgencysIsRefused) {
    EXPECT_EQ(decodeHistoryPage(encode(AgencyId{"council"}, page(1, 1)), kTrust).error().code, ErrorCode::WrongTenant);
    EXPECT_EQ(decodeHistoryAsk(encode(HistoryQuestion{AgencyId{"council"}, registration.id, {}}), kTrust).error().code,
              ErrorCode::WrongTenant);
    EXPECT_EQ(decodeHistoryAsk(encode(HistoryQuestion{kTrust, RecordId{}, {}}), kTrust).error().code,
              ErrorCode::Malformed);
    EXPECT_EQ(decodeHistoryAsk("", kTrust).error().code, ErrorCode::Malformed);
}

} // namespace
} // namespace frontsheet::wire
