// What sharing means for what is on the screen: who will see this, why something is not here and whom to ask, and what
// the agreements say. Explained by the agreements that this device holds; the home decides. Not for the UI thread.
#pragma once

#include "core/domain/sharing/who_will_see.h"
#include "core/usecases/ports/agreement_shelf.h"
#include "core/usecases/workplace.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

struct WhoSees {
    std::vector<sharing::SeeingRole> roles;
    bool byAgreements = false; // false: the home has told of no agreement; by the rule it decides by without one
    std::string agreement;     // the title of the partnership's, where there is one
    std::uint32_t version = 0;
    WallTime asOf;             // when this device last heard from the home; unknown: never
    bool homeHasNewer = false; // the home decides by agreements that this device does not hold yet
};

// Something that is not here, said because its clause lets it be said.
struct WithheldItem {
    AgencyEntry home;
    Category category = Category::Identity;
    std::string agreement; // its title; empty where the text is not here
    std::string clause;    // its id
    std::string words;     // what the clause is for
    std::string reason;    // as the viewer may be told
    std::string contact;   // whom to ask at the home
    std::string phone;
};

class Sharing {
public:
    explicit Sharing(Workplace workplace) : m_work(workplace) {}

    // Who would see the record if it were saved now.
    [[nodiscard]] Result<WhoSees> whoWillSee(const Record& draft);
    // By home, then category; each once.
    [[nodiscard]] Result<std::vector<WithheldItem>> withheldAbout(const PersonId& person);
    // Every home's; empty where this device keeps none.
    [[nodiscard]] Result<std::vector<std::shared_ptr<const HomeAgreements>>> agreements();

private:
    Workplace m_work;
};

} // namespace frontsheet
