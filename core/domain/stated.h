// What several agencies say of one thing: every version with who says so. Nothing is chosen between them.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace frontsheet {

struct Source {
    AgencyId agency;
    WallTime asOf; // recorded there; occurredAt while it is only here
    friend bool operator==(const Source&, const Source&) = default;
};

// One value and everyone who says so, newest first.
struct Version {
    std::string value;
    std::vector<Source> sources;
    RecordId record{}; // that spells it so
};

// A worker said of a value that it is right. Nothing changes by it but what everybody can read.
struct SaidRight {
    RecordId record; // the view
    AgencyId agency;
    WorkerId worker;
    std::string name; // as they were called then
    std::string value;
    WallTime at;
    bool waiting = false;               // still on this device
    bool stands = false;                // the last word of its agency; earlier ones are its history
    std::optional<std::size_t> version; // that has this value; none: no agency has it any longer
};

// What all agencies together say of one thing. Versions that only differ in spacing, punctuation, case or accents count
// as one, spelled as the viewer's own agency spells it, else as one who writes small letters does, else as the newest.
// More than one version is a disagreement. Empty: not known.
struct Stated {
    std::vector<Version> versions; // the viewer's own agency's first, then newest
    std::vector<SaidRight> right;  // newest first
    [[nodiscard]] bool known() const { return !versions.empty(); }
    [[nodiscard]] bool disputed() const { return versions.size() > 1; }
    [[nodiscard]] std::string first() const { return versions.empty() ? std::string{} : versions.front().value; }
};

// Gathers what is said and puts it together.
class Sayings {
public:
    enum class Likeness : std::uint8_t {
        Words,
        Date,  // "1939" agrees with "1939-02-11", and says nothing of its own beside it
        Phone, // "+44 1632 960900" is "01632 960900"
    };
    explicit Sayings(Likeness likeness = Likeness::Words) : m_likeness(likeness) {}

    // Nothing is said by an empty value.
    void add(std::string value, const Source& source, const RecordId& record = {});
    // Is no source of its own: what no record says is not known by it.
    void addRight(SaidRight said) { m_right.push_back(std::move(said)); }
    [[nodiscard]] Stated together(const AgencyId& viewer) const;

private:
    struct Said {
        std::string key;
        std::string value;
        Source source;
        RecordId record;
    };
    void putRight(Stated& stated) const;

    Likeness m_likeness;
    std::vector<Said> m_said;
    std::vector<SaidRight> m_right;
};

} // namespace frontsheet
