#include "core/domain/message_reading.h"

#include "core/domain/change_checks.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/referral.h"

namespace frontsheet {

namespace {

struct Parts {
    AgencyField toAgency;
    WorkerField toWorker;
    WorkerField readBy;
    TimeField readAt;
};

constexpr Parts kOfMessage{message::kToAgency, message::kToWorker, message::kReadBy, message::kReadAt};
constexpr Parts kOnReferral{referral_message::kToAgency, referral_message::kToWorker, referral_message::kReadBy,
                            referral_message::kReadAt};

const Parts* partsOf(RecordType type) {
    return type == RecordType::Message ? &kOfMessage : type == RecordType::ReferralMessage ? &kOnReferral : nullptr;
}

} // namespace

bool isMessage(RecordType type) { return partsOf(type) != nullptr; }

bool isWrittenTo(const Principal& worker, const Record& message) {
    const auto* parts = partsOf(message.type);
    if (parts == nullptr || message.fields.get(parts->toAgency) != worker.agency) {
        return false;
    }
    const auto to = message.fields.get(parts->toWorker);
    return to.empty() || to == worker.worker;
}

bool isUnread(const Record& message) {
    const auto* parts = partsOf(message.type);
    return parts != nullptr && message.fields.get(parts->readBy).empty();
}

void putRead(Record& message, const Principal& by, WallTime at) {
    if (const auto* parts = partsOf(message.type)) {
        message.fields.put(parts->readBy, by.worker);
        message.fields.put(parts->readAt, at);
    }
}

Result<void> checkReading(const Change& c) {
    const auto* parts = partsOf(c.after.type);
    if (parts == nullptr) {
        return {ErrorCode::InvalidArgument, "not a message"};
    }
    if (c.before == nullptr) {
        return isUnread(c.after) && !c.after.fields.get(parts->readAt).isKnown()
                   ? ok()
                   : Result<void>{ErrorCode::WrongState, "nobody has read a new message"};
    }
    if (!changesOnly(c, {parts->readBy.tag, parts->readAt.tag})) {
        return {ErrorCode::Immutable, "a message is never changed"};
    }
    if (!isUnread(*c.before)) {
        return changesOnly(c, {}) ? ok() : Result<void>{ErrorCode::Immutable, "it was read already"};
    }
    if (!isWrittenTo(c.author, c.after)) {
        return {ErrorCode::NotPermitted, "another's to read"};
    }
    return c.after.fields.get(parts->readBy) == c.author.worker
               ? ok()
               : Result<void>{ErrorCode::NotPermitted, "field " + std::string{parts->readBy.name}};
}

} // namespace frontsheet
