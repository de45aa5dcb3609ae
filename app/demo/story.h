// The story that decides whether Frontsheet does its main job: an offline nurse, a killed tablet, a dead server, a pulled
// battery, an assessor who answers, and in the end everything exactly once where it should be and nowhere else.
#pragma once

#include "app/demo/humans.h"
#include "app/demo/world.h"

#include <string>
#include <vector>

namespace frontsheet::demo {

// What was written in the story, to be found again and counted at the end.
struct Written {
    std::string record; // hex; found by its marker where the program was killed before it could say
    std::string marker; // a phrase that no other record has
    std::string type;   // "contact-note", "referral", "referral-message"
    std::string home;
    std::string person;
    std::string author;
    std::string text; // word for word
    // Whose devices hold it; empty: as in the story of the dead spot, the nurse's and, once she has accepted, the assessor's.
    std::vector<std::string> holders{};
    std::string acceptedBy{};               // of a referral: the agency that keeps a received copy of it
    std::vector<std::string> copyHolders{}; // who holds that copy; empty: every device of the agency
};

// Whom a referral goes to, as the nurse's own device says.
struct NamedAssessor {
    std::string agency;
    std::string service;
    std::string worker;
    std::string name;
};

// One thing that was written, as it would be found where it is: by its words, its id, and the scope it travels in.
struct Item {
    std::string words; // in this record alone
    std::string record;
    std::string home;
    std::string person; // as its home knows them
    std::string category;
};

struct Cast {
    std::string knownPerson;          // at the trust; the council has a linked registration
    std::string newPerson;            // at the trust; the council has none
    std::vector<std::string> visited; // five people of the nurse's
    NamedAssessor assessor;           // of Harbour Surgery
    std::string referralKnown;
    std::string referralNew;
    std::vector<Written> written;
    // People of the stories of sharing, as every agency knows them.
    Human peter;
    Human mira;
    Human served;                  // by the volunteer who leaves
    Human found;                   // on the stairs, by a nurse whose agency does not know them
    Human arthur;                  // a conference about him is to come
    std::string concern;           // about Mira, as its home knows it
    std::string concernText;       // word for word, with whom it is about
    Item asked;                    // the nurse's referral to neighbourhood care
    Item before;                   // a volunteer's first note
    std::vector<std::string> held; // workers whose work came too late: their device says so until they have read it
    std::vector<std::string> left; // workers whose devices are closed for good
};

// Every agency on its server, every server knowing the others. Also for the partnership that is shown.
bool initialiseServers(World& world, Step& step, const Server::Environment& environment);

// The agreement and the policies that ship, signed and activated everywhere.
bool agreeOnSharing(World& world, Step& step, const Server::Environment& environment);

// Each adds its steps to the report and returns false when going on makes no sense.
bool setUpPartnership(World& world, Report& report);
bool castThePeople(World& world, Report& report, Cast& cast);
bool askWhomToRefer(World& world, Report& report, Cast& cast);
bool writeOffline(World& world, Report& report, Cast& cast);
bool killWhileSaving(World& world, Report& report, Cast& cast);
bool pullTheBattery(World& world, Report& report, Cast& cast);
bool killWhileSending(World& world, Report& report, Cast& cast);
bool killAtRandom(World& world, Report& report, Cast& cast, int times);
bool cutTheServersPower(World& world, Report& report, Cast& cast);
bool answerFromTheSurgery(World& world, Report& report, Cast& cast);
bool seeTheAnswer(World& world, Report& report, Cast& cast);
// The stories of sharing; each checks every device itself, and all is counted after them.
bool castForSharing(World& world, Report& report, Cast& cast);
bool tellOfPeter(World& world, Report& report, Cast& cast);
bool tellOfSharing(World& world, Report& report, Cast& cast);
bool countEverything(World& world, Report& report, const Cast& cast);
bool searchTheDisks(World& world, Report& report, const Cast& cast);
// Edith, Arthur, Harold and Hilda, and the dead spot, on the app's own screens; each checks every store itself.
bool tellOfCare(World& world, Report& report, Cast& cast);
// By a turned clock, which is the tablet's from then on.
bool goWithoutContact(World& world, Report& report, const Cast& cast);
// It takes the assessor's tablet away.
bool loseATablet(World& world, Report& report, const Cast& cast);
// The last of all: by clocks that are turned to the day of his conference, and on to the end of his trial at home.
bool bringArthurHome(World& world, Report& report, const Cast& cast);

} // namespace frontsheet::demo
