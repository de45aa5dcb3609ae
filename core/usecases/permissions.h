// What a person said about sharing, recorded with the person there; what became of it at each agency it names; what other
// agencies asked of this one; and concerns sent despite an objection, looked at afterwards. Not for the UI thread.
#pragma once

#include "core/domain/sharing/permission.h"
#include "core/usecases/workplace.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

struct NewStatement {
    PersonId person;
    sharing::StatementKind kind = sharing::StatementKind::Objection;
    AgencyId home;                    // whose records; empty: everybody's
    AgencyId receiver;                // shown to whom; empty: to anybody else
    std::optional<Category> category; // nullopt: everything
    std::optional<sharing::Purpose> purpose;
    sharing::HowAsked how = sharing::HowAsked::FaceToFace;
    sharing::GivenBy givenBy = sharing::GivenBy::Person;
    std::string authority;  // of an attorney or deputy
    std::string decidedWhy; // not empty: the person could not decide, and this worker did in their best interests
    std::string words;      // the person's own
    WallTime until;         // unknown: until it is withdrawn
};

// At one agency that must hear of a statement.
struct Told {
    AgencyId agency;
    sharing::DeliveryOf of = sharing::DeliveryOf::Given;
    WallTime deliveredAt;    // unknown: not there yet
    WallTime acknowledgedAt; // unknown: nobody there has answered
    WorkerId acknowledgedBy;
    std::string words;
};

struct Said {
    sharing::PermissionStatement statement;
    AgencyId home; // that recorded it
    bool mine = false;
    bool waiting = false;   // saved here, not yet at its home
    std::vector<Told> told; // agency by agency, of what is due now
};

// What another agency told this one about the person.
struct ToldUs {
    RecordId notice;
    PersonId person;        // as the teller knows them
    std::string personName; // as people say it; in lists alone
    sharing::PermissionStatement statement;
    AgencyId from;
    WallTime receivedAt;
    bool waiting = false;
    bool toAcknowledge = false;
    WallTime acknowledgedAt; // of what is due now
    WorkerId acknowledgedBy;
    std::string words;
};

// What another agency goes on holding, whatever is withdrawn: a referral it took in hand.
struct KeptThere {
    AgencyId agency;
    std::string need;
    WallTime since;
};

struct PersonsPermissions {
    std::vector<Said> said;     // newest first
    std::vector<ToldUs> toldUs; // newest first
    std::vector<KeptThere> kept;
    std::vector<AgencyId> holders; // other agencies that this device knows to hold the person
};

struct ObjectionReviewRow {
    RecordId review;
    RecordId referral;
    PersonId person;
    std::string personName;
    AgencyId toAgency;
    WorkerId sentBy;
    WallTime sentAt;
    std::string reason;
    bool mine = false; // sent by this worker, who may not review it
};

enum class ReviewFinding : std::uint8_t { Right, NotRight };

class Permissions {
public:
    explicit Permissions(Workplace workplace) : m_work(workplace) {}

    // Saved, and in force on this device, when this returns. Missing what a statement needs, NotPermitted.
    [[nodiscard]] Result<RecordId> record(const NewStatement& statement);
    // The person changed their mind. A second withdrawal is a success without effect.
    [[nodiscard]] Result<void> withdraw(const RecordId& statement);
    // What was said stays as it was recorded: the wrong one is withdrawn as such and the right one stands for it, both or neither.
    [[nodiscard]] Result<RecordId> correct(const RecordId& wrong, const NewStatement& right);

    [[nodiscard]] Result<PersonsPermissions> of(const PersonId& person);
    // What other agencies asked of this one and nobody has answered, about people this agency knows; newest first.
    [[nodiscard]] Result<std::vector<ToldUs>> toAcknowledge(std::size_t limit);
    // Done, in words the other agency's worker will read. Acknowledged already: a success without effect.
    [[nodiscard]] Result<void> acknowledge(const RecordId& notice, const std::string& words);

    // Whether the person objects to this agency's records of a category reaching another, as far as this device knows.
    [[nodiscard]] Result<bool> objects(const PersonId& person, const AgencyId& receiver, Category category);

    // Concerns that went out despite an objection and wait to be looked at; newest first.
    [[nodiscard]] Result<std::vector<ObjectionReviewRow>> reviews(std::size_t limit);
    // NotPermitted for who sent it; Missing without words.
    [[nodiscard]] Result<void> review(const RecordId& review, ReviewFinding finding, const std::string& words);

private:
    [[nodiscard]] Result<Record> load(const RecordId& id, RecordType type);
    [[nodiscard]] Record drafted(const NewStatement& statement) const;
    [[nodiscard]] Record withdrawn(const Record& statement, sharing::WithdrawnWhy why) const;
    [[nodiscard]] Said describe(const Record& record, bool waiting, const std::vector<AgencyId>& holders) const;

    Workplace m_work;
};

} // namespace frontsheet
