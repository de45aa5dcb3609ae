// Two people wrote the same words differently: which records wait for that to be settled, both texts side by side, and settling
// them. Nothing typed is lost by it: the version not taken stays in the record's history. Not for the UI thread.
#pragma once

#include "core/domain/two_versions.h"
#include "core/usecases/workplace.h"

#include <map>
#include <string>
#include <vector>

namespace frontsheet {

struct VersionsRow {
    RecordId record;
    RecordType type = RecordType::Registration;
    PersonId person;
    std::string personName; // as people say it; empty where no registration is held
    OpId other;             // the record's newest
    FieldTag field;         // of its prose the first
    AgencyId byAgency;
    WorkerId by;
    WallTime at;
    bool mine = false; // asked of this worker; else of a colleague
};

// What two people wrote in one field.
struct TwoTexts {
    FieldTag field;
    std::string standing;
    std::string other;
    std::string began; // what the other's author began from, where it is known
};

struct OpenVersions {
    Record record;
    OtherVersion other;
    std::vector<TwoTexts> texts; // the prose; never empty
    std::size_t further = 0;     // other versions of this record beside this one
    ConflictOwner owner;
};

class SettlingVersions {
public:
    explicit SettlingVersions(Workplace workplace) : m_work(workplace) {}

    // This worker's first, then the agency's others; each newest first.
    [[nodiscard]] Result<std::vector<VersionsRow>> waiting();
    // How many of them this worker is asked for.
    [[nodiscard]] Result<std::size_t> mine();
    // `other` null: the newest of the record. NotFound: settled meanwhile, or no longer here.
    [[nodiscard]] Result<OpenVersions> open(const RecordId& record, const OpId& other = {});

    // Each NotFound as above, and what the home's rule says of the edit. On any error nothing is changed.
    [[nodiscard]] Result<void> keepStanding(const RecordId& record, const OpId& other);
    [[nodiscard]] Result<void> takeOther(const RecordId& record, const OpId& other);
    // Both whole, each under its heading (a line for what stands, one for the other). TooLarge where the field has no room.
    [[nodiscard]] Result<void> keepBoth(const RecordId& record, const OpId& other, const std::string& standingHeading,
                                        const std::string& otherHeading);
    // As somebody wrote the two into one, by field. InvalidArgument for a field that the two are not about.
    [[nodiscard]] Result<void> write(const RecordId& record, const OpId& other,
                                     const std::map<FieldTag, std::string>& texts);

private:
    [[nodiscard]] Result<void> settle(const OpenVersions& open, const FieldSet& after);

    Workplace m_work;
};

} // namespace frontsheet
