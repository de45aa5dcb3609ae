#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/rota.h"
#include "core/domain/schema/safety.h"
#include "tests/core/extract/import_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>

namespace frontsheet::extract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string kPeople = R"(extract people
encoding utf-8
delimiter comma
dates dd/mm/yyyy
record registration
key id
person id
local_id <- id
nhs_number <- nhs : nhs-number else nhs_number_as_given
family_name <- family : name
given_name <- given : name
born <- dob : birth-date else born_as_given
gender <- sex : codes F=female M=male
address <- line1 + ", " + line2
postcode <- postcode : postcode
phone <- phone : phone
arrears_pence <- owed : pence
)";
const std::string kHeader = "id,nhs,family,given,dob,sex,line1,line2,postcode,phone,owed\n";

TEST(Import, AWholeRowBecomesARegistration) {
    const auto run =
        importText(kPeople, kHeader + "A1,999 526-0182,Ó Cuív,Mei-Ling,13/10/1960,F,2 Mill Hill,Annexe,zz4 "
                                      "6wp,01632 960151,\"1,112.40\"\n");
    ASSERT_TRUE(run.summary) << describe(run.summary.error());
    ASSERT_EQ(run.sink.records.size(), 1U);
    const auto& record = run.sink.records[0].record;
    const auto& f = record.fields;
    EXPECT_EQ(f.get(registration::kNhsNumber), "9995260182");
    EXPECT_EQ(f.get(registration::kFamilyName), "Ó Cuív");
    EXPECT_EQ(f.get(registration::kBorn), "1960-10-13");
    EXPECT_EQ(f.get(registration::kGender), "female");
    EXPECT_EQ(f.get(registration::kAddress), "2 Mill Hill, Annexe");
    EXPECT_EQ(f.get(registration::kPostcode), "ZZ4 6WP");
    EXPECT_EQ(f.get(registration::kPhone), "01632 960151");
    EXPECT_EQ(f.get(registration::kArrearsPence), 111240);
    EXPECT_EQ(record.person, personOf(AgencyId{"council"}, "A1"));
    EXPECT_EQ(record.home, AgencyId{"council"});
    EXPECT_TRUE(run.report.entries.empty()) << "nothing of this row is in doubt";
}

TEST(Import, WhatCannotBeTakenIsSetAsideNotDropped) {
    const auto run = importText(
        kPeople,
        kHeader +
            "A1,AB123456C,Ll?r,Siân,31/02/1960,X,,Annexe,nowhere,01632 393,lots\nA2,9995260183,,,01/01/1900,,,,,,\n");
    ASSERT_TRUE(run.summary);
    const auto& f = run.sink.records[0].record.fields;
    EXPECT_EQ(f.get(registration::kNhsNumber), "");
    EXPECT_EQ(f.get(registration::kNhsNumberAsGiven), "AB123456C");
    EXPECT_EQ(f.get(registration::kBornAsGiven), "31/02/1960");
    EXPECT_EQ(f.get(registration::kAddress), "Annexe") << "no comma before a part that is alone";
    EXPECT_EQ(f.get(registration::kPostcode), "nowhere");
    EXPECT_EQ(f.get(registration::kPhone), "01632 393");

    const auto* number = run.report.at(2, ReasonCode::NhsNumberIsNationalInsurance);
    ASSERT_NE(number, nullptr);
    EXPECT_EQ(number->column, "nhs");
    EXPECT_EQ(number->outcome, Outcome::SetAside);
    EXPECT_EQ(number->before, "AB123456C");
    EXPECT_NE(run.report.at(2, ReasonCode::DateNotUnderstood), nullptr);
    EXPECT_NE(run.report.at(2, ReasonCode::NameLetterLost), nullptr);
    EXPECT_NE(run.report.at(2, ReasonCode::PostcodeShape), nullptr);
    EXPECT_NE(run.report.at(2, ReasonCode::PhoneNotWhole), nullptr);
    EXPECT_EQ(run.report.at(2, ReasonCode::CodeUnknown)->outcome, Outcome::ValueRefused);
    EXPECT_EQ(run.report.at(2, ReasonCode::CodeUnknown)->before, "X");
    EXPECT_EQ(run.report.at(2, ReasonCode::NotAnAmount)->before, "lots");
    EXPECT_NE(run.report.at(3, ReasonCode::NhsNumberCheckDigit), nullptr);
    EXPECT_NE(run.report.at(3, ReasonCode::DatePlaceholder), nullptr);
    EXPECT_NE(run.report.at(3, ReasonCode::NameMissing), nullptr);
}

TEST(Import, OneBadRowNeverStopsTheFile) {
    const auto run =
        importText(kPeople, kHeader + "A1,,Hill,Owain,,,,,,,\nA2,short\n,,No,Key,,,,,,,\nA3,,\"Wo\"od,Ivy,,,,,,,\n"
                                      "A1,,Hill,Owain,,,,,,,\nA1,,Hill,Ann,,,,,,,\nA4,,Reed,\"Ed\nna\",,,,,,,\n");
    ASSERT_TRUE(run.summary);
    EXPECT_EQ(run.summary->rows, 7U);
    EXPECT_EQ(run.summary->rowsTaken, 2U);
    EXPECT_EQ(run.summary->rowsRefused, 5U);
    EXPECT_NE(run.report.at(3, ReasonCode::WrongFieldCount), nullptr);
    EXPECT_NE(run.report.at(4, ReasonCode::MissingKey), nullptr);
    EXPECT_NE(run.report.at(5, ReasonCode::TextAfterQuote), nullptr);
    EXPECT_EQ(run.report.at(6, ReasonCode::RepeatedRow)->otherLine, 2U);
    EXPECT_EQ(run.report.at(7, ReasonCode::RepeatedKey)->otherLine, 2U);
    const auto* repaired = run.report.at(8, ReasonCode::ControlSigns);
    ASSERT_NE(repaired, nullptr);
    EXPECT_EQ(repaired->before, "Ed\nna");
    EXPECT_EQ(repaired->after, "Ed na");
}

TEST(Import, DuplicatesInOneAgencyAreReportedAndBothKept) {
    const auto run = importText(kPeople, kHeader + "A1,9995260182,Hill,Owain,22/04/1936,M,,,,,\nA2,999 526 "
                                                   "0182,Owain,HILL,22/04/1936,M,,,,,\n");
    ASSERT_TRUE(run.summary);
    EXPECT_EQ(run.sink.records.size(), 2U);
    EXPECT_EQ(run.report.at(3, ReasonCode::SameNumberTwice)->otherLine, 2U);
    EXPECT_EQ(run.report.at(3, ReasonCode::SamePersonTwice)->otherLine, 2U);
}

TEST(Import, AHeaderThatDoesNotFitStopsBeforeAnyRow) {
    const auto run =
        importText(kPeople, "id,nhs,family,given,dob,sex,line1,line2,postcode,phone,owed,religion\nA1,,,,,,,,,,,\n");
    ASSERT_FALSE(run.summary);
    EXPECT_EQ(run.summary.error().code, ErrorCode::Malformed);
    EXPECT_THAT(run.summary.error().context, HasSubstr("religion"));
    EXPECT_TRUE(run.sink.records.empty());
    EXPECT_EQ(importText(kPeople, "").summary.error().code, ErrorCode::Malformed);
}

TEST(Import, ProgressIsToldAndCanStop) {
    std::string text = kHeader;
    for (int i = 0; i < 20000; ++i) {
        text += "A" + std::to_string(i) + ",,Hill,Owain,22/04/1936,M,1 Mill Hill,,ZZ1 1AA,01632 960001,\n";
    }
    auto options = optionsFor("council");
    options.bytesTotal = text.size();
    std::vector<ImportProgress> told;
    options.progress = [&](const ImportProgress& progress) {
        told.push_back(progress);
        return Onward::Continue;
    };
    KeptRecords sink;
    KeptReport report;
    std::istringstream stream{text};
    ASSERT_TRUE(runImport(*Mapping::parse(kPeople), stream, options, sink, report));
    ASSERT_GE(told.size(), 4U);
    EXPECT_EQ(told.back().bytesDone, text.size());
    EXPECT_EQ(told.back().rows, 20000U);
    EXPECT_LT(told.front().bytesDone, text.size() / 2);

    options.progress = [](const ImportProgress&) { return Onward::Stop; };
    std::istringstream again{text};
    EXPECT_EQ(runImport(*Mapping::parse(kPeople), again, options, sink, report).error().code, ErrorCode::Cancelled);
}

TEST(Import, TheLocalitysExtractsAreTakenWhole) {
    for (const auto& each : kPeopleExtracts) {
        const auto run = importFile(each.mapping, each.file, each.agency);
        ASSERT_TRUE(run.summary) << each.file << ": " << describe(run.summary.error());
        EXPECT_EQ(run.summary->rows, each.rows) << each.file;
        EXPECT_EQ(run.summary->rowsTaken, each.rows) << each.file;
        EXPECT_EQ(run.sink.records.size(), each.rows) << each.file;
    }
}

TEST(Import, EachFormatsPeculiaritiesComeOutRight) {
    const auto trust = importFile("community-trust-patients", "community_trust_patients.csv", "community_trust");
    const auto* souza = trust.sink.find(RecordType::Registration, "CHT100014");
    ASSERT_NE(souza, nullptr);
    EXPECT_EQ(souza->record.fields.get(registration::kFamilyName), "D'Souza");
    EXPECT_EQ(souza->record.fields.get(registration::kGivenName), "Günter");
    EXPECT_EQ(souza->record.fields.get(registration::kTown), "Kitley");
    EXPECT_EQ(souza->record.fields.get(registration::kPostcode), "ZZ2 2WD");
    EXPECT_EQ(souza->record.fields.get(registration::kAddress), "229 Mill Hill");
    EXPECT_EQ(souza->record.fields.get(registration::kFrailty), "CFS 8");
    EXPECT_EQ(souza->record.fields.get(registration::kAccessNote), "\"Nan\" prefers afternoons,\nnot Thursdays");

    const auto council = importFile("council-people", "council_people.csv", "council");
    const auto* munoz = council.sink.find(RecordType::Registration, "ASC100049");
    ASSERT_NE(munoz, nullptr);
    EXPECT_EQ(munoz->record.fields.get(registration::kFamilyName), "Muñoz");
    EXPECT_EQ(munoz->record.fields.get(registration::kAddress), "42 Ffordd y Môr");
    EXPECT_EQ(munoz->record.fields.get(registration::kBorn), "1936-12-01");
    EXPECT_EQ(council.sink.find(RecordType::Registration, "ASC100252")->record.fields.get(registration::kNhsNumber),
              "9995560828");

    const auto housing = importFile("housing-tenants", "housing_tenants.csv", "housing");
    const auto* hussain = housing.sink.find(RecordType::Registration, "TEN100000");
    ASSERT_NE(hussain, nullptr);
    EXPECT_EQ(hussain->record.fields.get(registration::kBorn), "1940-05-02") << "two-digit years of adults";
    EXPECT_EQ(hussain->record.fields.get(registration::kTitle), "Mr");
    EXPECT_EQ(hussain->record.fields.get(registration::kFamilyName), "Hussain");
    EXPECT_EQ(hussain->record.fields.get(registration::kAlert), "hoarding?");

    const auto practice = importFile("gp-list", "gp_list_Y99001.csv", "gp_Y99001");
    const auto* test = practice.sink.find(RecordType::Registration, "Y99001-12");
    ASSERT_NE(test, nullptr);
    EXPECT_EQ(test->record.fields.get(registration::kPractice), "Y99001");
    EXPECT_EQ(test->record.fields.get(registration::kFamilyName), "TEST");

    const auto trustClients =
        importFile("mental-health-trust-clients", "mental_health_trust_clients.csv", "mental_health_trust");
    EXPECT_EQ(trustClients.sink.find(RecordType::Registration, "MH100000")->record.fields.get(registration::kBorn),
              "1957-12-16");
}

TEST(Import, PlacementsBringTheReviewingOfficer) {
    const auto run = importFile("council-placements", "council_placements.csv", "council");
    ASSERT_TRUE(run.summary) << describe(run.summary.error());
    EXPECT_EQ(run.summary->records.at(RecordType::Placement), 85U);
    std::size_t died = 0;
    std::size_t returned = 0;
    for (const auto& each : run.sink.records) {
        const auto outcome = each.record.fields.get(placement::kOutcome);
        died += each.record.type == RecordType::Placement && outcome == "died" ? 1 : 0;
        returned += each.record.type == RecordType::Placement && outcome == "returned-home" ? 1 : 0;
    }
    EXPECT_EQ(died, 16U);
    EXPECT_EQ(returned, 23U);
    const auto* first = run.sink.find(RecordType::Placement, "ASC102555/2025-06-22");
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->record.fields.get(placement::kWeeklyCostPence), 128200);
    EXPECT_EQ(first->record.person, personOf(AgencyId{"council"}, "ASC102555"));
    const auto* officer = run.sink.find(RecordType::CareTeamMembership, "ASC102555/2025-06-22/W007");
    ASSERT_NE(officer, nullptr);
    EXPECT_EQ(officer->record.fields.get(care_team::kWorker), WorkerId{"W007"});
    EXPECT_EQ(officer->record.fields.get(care_team::kSince).ms, 1750550400000) << "2025-06-22T00:00Z";
}

TEST(Import, APlacementSaysHowItsOutcomeStandsToTheWishAndTellsOfADeath) {
    const auto run = importFile("council-placements", "council_placements.csv", "council");
    const auto wish = [&](std::string_view key) {
        return run.sink.find(RecordType::Placement, key)->record.fields.get(placement::kOutcomeWish);
    };
    EXPECT_EQ(wish("ASC102555/2025-06-22"), "met") << "wanted to go home, and did";
    EXPECT_EQ(wish("ASC102247/2026-03-19"), "against") << "wanted to go home, and is still there";
    EXPECT_EQ(wish("ASC103178/2026-01-13"), "not-known") << "died";
    EXPECT_EQ(run.summary->records.at(RecordType::Death), 16U);
    const auto* death = run.sink.find(RecordType::Death, "ASC103178");
    ASSERT_NE(death, nullptr);
    EXPECT_EQ(death->record.fields.get(death::kDiedOn), "2026-01-18");
    EXPECT_EQ(death->record.fields.get(death::kState), "recorded");
    EXPECT_EQ(death->record.person, personOf(AgencyId{"council"}, "ASC103178"));
    EXPECT_EQ(run.summary->rowsTaken, 85U);
    EXPECT_EQ(run.summary->rowsRefused, 0U);
}

TEST(Import, ARecordOfSomeRowsCostsNoRow) {
    constexpr const char* kMapping = "extract stays\nencoding utf-8\ndelimiter comma\ndates yyyy-mm-dd\n"
                                     "record placement\nkey who\nperson who\nplaced_at <- home\n"
                                     "record death\nwhen outcome = died \"passed away\"\nkey who\nperson who\n"
                                     "died_on <- on : date\nrequire died_on\n";
    const auto run = importText(kMapping, "who,home,outcome,on\nA,Mallow Court,died,2026-01-18\n"
                                          "B,Mallow Court,passed away,\nC,Mallow Court,moved,2026-01-18\n"
                                          "D,Mallow Court,passed away,2026-02-01\n");
    ASSERT_TRUE(run.summary) << describe(run.summary.error());
    EXPECT_EQ(run.summary->rowsTaken, 4U);
    EXPECT_EQ(run.summary->records.at(RecordType::Placement), 4U);
    EXPECT_EQ(run.summary->records.at(RecordType::Death), 2U) << "B's has no day, C moved";
    EXPECT_NE(run.report.at(3, ReasonCode::MissingRequired), nullptr);

    const auto refused = [](const std::string& record) {
        return Mapping::parse("extract e\nencoding utf-8\ndelimiter comma\n" + record).error().code;
    };
    EXPECT_EQ(refused("record death\nwhen outcome = died\nkey who\n"), ErrorCode::Malformed) << "the row's own";
    EXPECT_EQ(refused("record placement\nkey who\nperson who\nplaced_at <- home\nrecord death\nwhen outcome\n"),
              ErrorCode::Malformed);
}

TEST(Import, EachAgencyTakesItsOwnRowsOfTheDirectory) {
    std::set<std::string> codes;
    std::uint64_t taken = 0;
    for (const char* agency : {"council", "community_trust", "mental_health_trust", "housing", "carers_centre",
                               "neighbourhood_care", "gp_Y99001", "gp_Y99002", "gp_Y99003"}) {
        const auto run = importFile("directory-workers", "directory_workers.csv", agency);
        ASSERT_TRUE(run.summary) << describe(run.summary.error());
        EXPECT_EQ(run.summary->rowsTaken + run.summary->rowsSkipped, 33U);
        taken += run.summary->rowsTaken;
        for (const auto& each : run.sink.records) {
            EXPECT_EQ(each.record.fields.get(worker::kAgency), AgencyId{agency});
            codes.insert(each.record.fields.get(worker::kCode).str());
        }
    }
    EXPECT_EQ(taken, 33U);
    EXPECT_EQ(codes.size(), 33U);

    const auto services = importFile("directory-services", "directory_services.csv", "council");
    const auto* duty = services.sink.find(RecordType::ContactPoint, "SVC03-duty");
    ASSERT_NE(duty, nullptr);
    EXPECT_EQ(duty->record.fields.get(contact_point::kPhone), "01632 960999");
    EXPECT_EQ(duty->record.fields.get(contact_point::kPurpose), "duty");
    EXPECT_EQ(duty->record.fields.get(contact_point::kService), ServiceId{"SVC03"});

    const auto points = importFile("directory-contact-points", "directory_contact_points.csv", "council");
    const auto* concerns = points.sink.find(RecordType::ContactPoint, "CP01");
    ASSERT_NE(concerns, nullptr);
    EXPECT_EQ(concerns->record.fields.get(contact_point::kPurpose), "concerns");
    EXPECT_EQ(concerns->record.fields.get(contact_point::kAgency), AgencyId{"council"});
    EXPECT_EQ(concerns->record.fields.get(contact_point::kService), ServiceId{"SVC03"});
    const auto* manager = points.sink.find(RecordType::ContactPoint, "CP03");
    ASSERT_NE(manager, nullptr);
    EXPECT_EQ(manager->record.fields.get(contact_point::kPurpose), "duty");
    EXPECT_EQ(manager->record.fields.get(contact_point::kWorker), WorkerId{"W032"});
    EXPECT_EQ(points.summary->rowsTaken, 2U);
}

Imported importShipped(const char* mapping, const std::string& text) {
    return importText(std::string{*shippedMapping(mapping)}, text);
}

TEST(Import, AServiceSaysWhatToExpectWhomItIsForAndWhoTakesItsReferralsSinceItClosed) {
    const std::string header = "service,agency,name,criteria,hours,routed_by,responds_within,duty_phone";
    const auto run = importShipped("directory-services",
                                   header + ",roles,keywords,expect,min_age,max_age,takes_without,closed_on,"
                                            "closed_words,instead\n"
                                            "SVC20,council,Day centre,,,all,,,organiser; driver,lunch; company,"
                                            "\"We ring, then fetch them.\",60,95,Anybody may ring,2026-12-01,"
                                            "Its roof is unsafe,SVC11\n");
    ASSERT_TRUE(run.summary) << describe(run.summary.error());
    const auto* centre = run.sink.find(RecordType::Service, "SVC20");
    ASSERT_NE(centre, nullptr);
    const auto& f = centre->record.fields;
    EXPECT_THAT(f.get(service::kRoles), ElementsAre("driver", "organiser"));
    EXPECT_THAT(f.get(service::kKeywords), ElementsAre("company", "lunch"));
    EXPECT_EQ(f.get(service::kExpect), "We ring, then fetch them.");
    EXPECT_EQ(f.get(service::kMinAge), 60);
    EXPECT_EQ(f.get(service::kMaxAge), 95);
    EXPECT_EQ(f.get(service::kTakesWithout), "Anybody may ring");
    EXPECT_EQ(f.get(service::kClosedOn), "2026-12-01");
    EXPECT_EQ(f.get(service::kClosedWords), "Its roof is unsafe");
    EXPECT_EQ(f.get(service::kInstead), ServiceId{"SVC11"});

    const auto plain = importShipped("directory-services", header + "\nSVC20,council,Day centre,,,all,,\n");
    ASSERT_TRUE(plain.summary) << describe(plain.summary.error());
    const auto* same = plain.sink.find(RecordType::Service, "SVC20");
    ASSERT_NE(same, nullptr);
    EXPECT_EQ(same->record.fields.find(service::kExpect.tag), nullptr) << "what a file leaves out is not touched";
}

TEST(Import, TheRotaNamesWhoIsOnDutyFromTheAgencysOwnRowsAlone) {
    const auto run = importShipped("directory-rota", "service,agency,worker,from,until,kind\n"
                                                     "SVC01,council,W002,2026-11-23,2026-11-29,on duty\n"
                                                     "SVC01,council,W003,2026-11-23,2026-11-29,out of hours\n"
                                                     "SVC01,council,W003,2026-13-45,,duty\n"
                                                     "SVC01,council,,2026-11-30,,duty\n"
                                                     "SVC01,council,W003,2026-11-30,,sometimes\n"
                                                     "SVC04,community_trust,W013,2026-11-23,2026-11-29,duty\n");
    ASSERT_TRUE(run.summary) << describe(run.summary.error());
    EXPECT_EQ(run.summary->rowsTaken, 2U);
    EXPECT_EQ(run.summary->rowsRefused, 3U) << "a day that is none, nobody, and a kind that nobody knows";
    EXPECT_EQ(run.summary->rowsSkipped, 1U);
    const auto* night = run.sink.find(RecordType::RotaEntry, "SVC01/2026-11-23/out of hours");
    ASSERT_NE(night, nullptr);
    EXPECT_EQ(night->record.fields.get(rota_entry::kKind), "out-of-hours");
    EXPECT_EQ(night->record.fields.get(rota_entry::kWorker), WorkerId{"W003"});
    EXPECT_EQ(night->record.fields.get(rota_entry::kUntil), "2026-11-29");
}

TEST(Import, WhoIsAwayComesWithTheirDeputyAndWithoutWhy) {
    const auto with = importShipped("directory-absences", "worker,agency,from,until,deputy,words,reason\n"
                                                          "W006,council,2026-11-26,2026-11-30,W005,,sick\n");
    EXPECT_FALSE(with.summary) << "a column of reasons stops the import before its first row";
    const auto run = importShipped("directory-absences", "worker,agency,from,until,deputy,words\n"
                                                         "W006,council,2026-11-26,,W005,Back next week\n");
    ASSERT_TRUE(run.summary) << describe(run.summary.error());
    const auto* away = run.sink.find(RecordType::Absence, "W006/2026-11-26");
    ASSERT_NE(away, nullptr);
    EXPECT_EQ(away->record.fields.get(absence::kDeputy), WorkerId{"W005"});
    EXPECT_EQ(away->record.fields.get(absence::kWords), "Back next week");
}

TEST(Import, TheReportFileIsReadableAndArmsNoSpreadsheet) {
    std::ostringstream out;
    CsvReport report{out};
    ReportEntry entry;
    entry.line = 7;
    entry.column = "nhs";
    entry.outcome = Outcome::SetAside;
    entry.reason = ReasonCode::NhsNumberCheckDigit;
    entry.before = "=cmd|' /C calc'!A0,\"x\"";
    report.add(entry);
    ASSERT_TRUE(report.finish());
    EXPECT_THAT(out.str(), HasSubstr("7,nhs,set-aside,nhs-number-check-digit,23,the NHS number fails its check digit,"
                                     "\"'=cmd|' /C calc'!A0,\"\"x\"\"\",,\r\n"));
}

} // namespace
} // namespace frontsheet::extract
