#include "sync/wire/tidings_codec.h"

#include "core/base/utf8.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/wire_limits.h"

#include "frontsheet/v1/sync.pb.h"

namespace frontsheet::wire {

namespace {

constexpr std::size_t kMaxCode = 65; // one more than any is: what is longer is told from what fits

Result<std::string> readText(FieldReader& reader, std::size_t most) {
    const BytesView bytes = reader.bytes();
    if (bytes.size() > most) {
        return {ErrorCode::TooLarge, "settled work"};
    }
    if (!isText(bytes)) {
        return {ErrorCode::NotText, "settled work"};
    }
    return std::string{bytes};
}

} // namespace

void fill(v1::SyncReply& out, const Tidings& tidings) {
    out.set_tidings(tidings.upTo);
    for (const auto& reach : tidings.reached) {
        auto& line = *out.add_reached();
        line.set_referral(reach.referral.raw());
        line.set_sent_at(reach.sentAt.ms);
        line.set_delivered_at(reach.deliveredAt.ms);
        line.set_seen_at(reach.seenAt.ms);
        line.set_seen_agency(reach.seenAgency.str());
        line.set_seen_by(reach.seenBy.str());
    }
    for (const auto& settled : tidings.settled) {
        auto& line = *out.add_settled();
        line.set_op_id(settled.op.raw());
        line.set_how(static_cast<std::uint32_t>(settled.how));
        line.set_at(settled.at.ms);
        line.set_by(settled.by);
        line.set_words(settled.words);
    }
}

Result<ReferralReach> decodeReach(BytesView bytes) {
    ReferralReach reach;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::ReferralReach::kReferralFieldNumber: {
            FS_ASSIGN(reach.referral, RecordId::fromRaw(reader.bytes()));
            break;
        }
        case v1::ReferralReach::kSentAtFieldNumber:
            reach.sentAt.ms = reader.zigzag();
            break;
        case v1::ReferralReach::kDeliveredAtFieldNumber:
            reach.deliveredAt.ms = reader.zigzag();
            break;
        case v1::ReferralReach::kSeenAtFieldNumber:
            reach.seenAt.ms = reader.zigzag();
            break;
        case v1::ReferralReach::kSeenAgencyFieldNumber:
            reach.seenAgency = AgencyId{std::string{reader.bytes().substr(0, kMaxCode)}};
            break;
        case v1::ReferralReach::kSeenByFieldNumber:
            reach.seenBy = WorkerId{std::string{reader.bytes().substr(0, kMaxCode)}};
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    const bool codes = (reach.seenAgency.empty() || reach.seenAgency.isWellFormed()) &&
                       (reach.seenBy.empty() || reach.seenBy.isWellFormed());
    if (reach.referral.isNull() || !codes) {
        return {ErrorCode::Malformed, "how far a referral has come"};
    }
    return reach;
}

Result<SettledWork> decodeSettled(BytesView bytes) {
    SettledWork settled;
    std::uint64_t how = 0;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::SettledWork::kOpIdFieldNumber: {
            FS_ASSIGN(settled.op, OpId::fromRaw(reader.bytes()));
            break;
        }
        case v1::SettledWork::kHowFieldNumber:
            how = reader.varint();
            break;
        case v1::SettledWork::kAtFieldNumber:
            settled.at.ms = reader.zigzag();
            break;
        case v1::SettledWork::kByFieldNumber: {
            FS_ASSIGN(settled.by, readText(reader, kMaxSettledBy));
            break;
        }
        case v1::SettledWork::kWordsFieldNumber: {
            FS_ASSIGN(settled.words, readText(reader, kMaxSettledWords));
            break;
        }
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    const bool known =
        how >= static_cast<std::uint64_t>(Settlement::TakenIn) && how <= static_cast<std::uint64_t>(Settlement::Closed);
    if (settled.op.isNull() || !known) {
        return {ErrorCode::Malformed, "settled work"};
    }
    settled.how = static_cast<Settlement>(how);
    return settled;
}

} // namespace frontsheet::wire
