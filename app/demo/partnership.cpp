#include "app/demo/partnership.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace frontsheet::demo {

namespace {

constexpr std::array kAgencies{
    AgencySetup{"council", "Saltmarsh Council", "Saltmarsh Council", "SC", "council", "council", "", "01632 960900"},
    AgencySetup{"community_trust", "Estuary Community Health Trust", "Community Health", "CH", "community-trust",
                "community_trust", "", "01632 960902"},
    AgencySetup{"mental_health_trust", "Estuary Mental Health Trust", "Estuary Mental", "EM", "mental-health-trust",
                "mental_health_trust", "", "01632 960905"},
    AgencySetup{"housing", "Tidewell Homes", "Tidewell Homes", "TH", "housing", "housing", "", "01632 960907"},
    AgencySetup{"gp_Y99001", "Harbour Surgery", "Harbour Surgery", "HS", "gp-practice", "community_trust", "Y99001",
                "01632 960019"},
    AgencySetup{"gp_Y99002", "Kitley Health Centre", "Kitley Health Centre", "KH", "gp-practice", "community_trust",
                "Y99002", "01632 960020"},
    AgencySetup{"gp_Y99003", "Downs Medical Practice", "Downs Medical", "DM", "gp-practice", "community_trust",
                "Y99003", "01632 960021"},
    AgencySetup{"carers_centre", "Carers' Centre", "Carers' Centre", "CC", "voluntary", "council", "", "01632 960908"},
    AgencySetup{"neighbourhood_care", "Neighbourhood Care", "Neighbourhood Care", "NC", "voluntary", "council", "",
                "01632 960909"},
};

constexpr std::array kPersonas{
    Persona{"assessor", "council", "W001", "Bethan Price", "social work assessor"},
    Persona{"nurse", "community_trust", "W012", "Jo Marsh", "community nurse"},
    Persona{"reviewing-officer", "council", "W004", "Carol Finch", "reviewing officer"},
    Persona{"housing-officer", "housing", "W028", "Gary Stubbs", "housing officer"},
    Persona{"governance", "council", "W033", "Neil Ashby", "information governance lead"},
    Persona{"manager", "council", "W032", "Moira Grant", "team manager"},
};

constexpr std::array kColleagues{
    Persona{"gp", "gp_Y99001", "W020", "Dr Amara Obi", "GP"},
    Persona{"key-worker", "mental_health_trust", "W027", "Pat Donnelly", "key worker"},
    Persona{"carer-support", "carers_centre", "W030", "Dot Ingram", "carer support worker"},
    Persona{"volunteers", "neighbourhood_care", "W031", "Bill Yeo", "volunteer coordinator"},
    Persona{"therapist", "council", "W008", "Grace Lim", "occupational therapist"},
};

// For the stories alone: a colleague is who must not see what another of the same agency was told.
constexpr std::array kInStories{
    Persona{"carer-colleague", "carers_centre", "W034", "Hefin Moss", "carer support worker"},
    Persona{"key-worker-colleague", "mental_health_trust", "W026", "Joy Mbeki", "key worker"},
    Persona{"housing-colleague", "housing", "W029", "Yasmin Noor", "housing officer"},
    Persona{"leaver", "neighbourhood_care", "W035", "Josie Pell", "volunteer coordinator"},
};

constexpr std::array kNewcomers{
    Newcomer{"W034", "carers_centre", "Hefin Moss", "carer support worker", "Carers' Centre", "all", "01632 960033"},
    Newcomer{"W035", "neighbourhood_care", "Josie Pell", "volunteer coordinator", "Fennick Hall", "Saltmarsh",
             "01632 960034"},
};

constexpr std::array kExtracts{
    ExtractSetup{"council", "council_people.csv", "council-people"},
    ExtractSetup{"council", "council_placements.csv", "council-placements"},
    ExtractSetup{"community_trust", "community_trust_patients.csv", "community-trust-patients"},
    ExtractSetup{"mental_health_trust", "mental_health_trust_clients.csv", "mental-health-trust-clients"},
    ExtractSetup{"housing", "housing_tenants.csv", "housing-tenants"},
    ExtractSetup{"gp_Y99001", "gp_list_Y99001.csv", "gp-list"},
    ExtractSetup{"gp_Y99002", "gp_list_Y99002.csv", "gp-list"},
    ExtractSetup{"gp_Y99003", "gp_list_Y99003.csv", "gp-list"},
};

} // namespace

std::span<const ExtractSetup> extracts() { return kExtracts; }
std::span<const AgencySetup> agencies() { return kAgencies; }
std::span<const Persona> personas() { return kPersonas; }
std::span<const Persona> colleagues() { return kColleagues; }
std::span<const Newcomer> newcomers() { return kNewcomers; }

std::vector<Persona> storyWorkers() {
    std::vector<Persona> all;
    for (const auto& workers : {personas(), colleagues()}) {
        std::copy_if(workers.begin(), workers.end(), std::back_inserter(all),
                     [](const Persona& one) { return one.key != "manager"; });
    }
    all.insert(all.end(), kInStories.begin(), kInStories.end());
    return all;
}

} // namespace frontsheet::demo
