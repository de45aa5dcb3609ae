// The directory as a value: who works where, what each service does. Built from directory records of all homes.
#pragma once

#include "core/domain/record.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace frontsheet {

struct AgencyEntry {
    AgencyId code;
    std::string name;      // "Kitley Council"
    std::string shortName; // up to 20 characters, for the badge's text
    std::string initials;  // two letters, for the badge
    std::string kind;
    std::string phone;
    std::string odsCode;    // of a GP practice
    std::string reviewDays; // of its placements (care/review_schedule.h); empty: not set
};

struct WorkerEntry {
    WorkerId code;
    AgencyId agency;
    std::string name;
    std::string role;
    std::string base;
    std::vector<std::string> covers; // towns, ODS codes, teams, or "all"
    std::string phone;
    std::string email;
};

struct ServiceEntry {
    ServiceId code;
    AgencyId agency;
    std::string name;
    std::string criteria;
    std::string hours;
    std::string routedBy;
    std::string respondsWithin;
    std::string dutyPhone;
    std::vector<std::string> roles; // whose workers answer it; empty: found by the service's name
    std::vector<std::string> keywords;
    std::string expect;   // what happens after a referral
    int minAge = 0;       // whole years; 0: any
    int maxAge = 0;       // whole years; 0: any
    std::string closedOn; // ISO date from which it takes no referrals; empty: it does
    std::string closedWords;
    ServiceId instead; // that takes them since
    std::string takesWithout;
};

struct ContactPointEntry {
    std::string name;
    std::string phone;
    std::string hours;
    std::string purpose;
    AgencyId agency;
    ServiceId service;
    WorkerId worker;
};

// A worker on duty for a service. Dates are ISO; `until` is the last day.
struct DutyEntry {
    ServiceId service;
    AgencyId agency;
    WorkerId worker;
    std::string from;
    std::string until;
    std::string hours; // empty: the service's
    std::string kind;  // duty, out-of-hours
    std::string phone; // empty: the worker's
};

struct AbsenceEntry {
    WorkerId worker;
    AgencyId agency;
    std::string from;
    std::string until; // empty: not known yet
    WorkerId deputy;
    std::string words;
};

class Directory {
public:
    Directory() = default;
    // Takes the directory records among these; others are passed over.
    explicit Directory(std::span<const Record> records);

    // An agency or worker that the directory does not have still shows: by its code.
    [[nodiscard]] AgencyEntry agency(const AgencyId& code) const;
    [[nodiscard]] WorkerEntry worker(const WorkerId& code) const;
    [[nodiscard]] const ServiceEntry* service(const ServiceId& code) const;
    [[nodiscard]] const std::vector<ServiceEntry>& services() const { return m_services; }
    [[nodiscard]] const std::map<WorkerId, WorkerEntry>& workers() const { return m_workers; }
    [[nodiscard]] const std::map<AgencyId, AgencyEntry>& agencies() const { return m_agencies; }
    [[nodiscard]] const std::vector<ContactPointEntry>& contactPoints() const { return m_contactPoints; }
    // Who is on duty for the service on that ISO date, out of hours or not; where entries overlap the one that began last. nullptr:
    // the rota says nothing.
    [[nodiscard]] const DutyEntry* onDuty(const ServiceId& service, std::string_view date, std::string_view kind) const;
    // nullptr: they are not away that day, as far as is known.
    [[nodiscard]] const AbsenceEntry* absenceOf(const WorkerId& worker, std::string_view date) const;
    // Whether it takes referrals on that ISO date.
    [[nodiscard]] static bool isClosed(const ServiceEntry& service, std::string_view date);
    // The practice with this ODS code; nullptr when unknown.
    [[nodiscard]] const AgencyEntry* practice(std::string_view odsCode) const;

private:
    std::map<AgencyId, AgencyEntry> m_agencies;
    std::map<WorkerId, WorkerEntry> m_workers;
    std::vector<ServiceEntry> m_services;
    std::vector<ContactPointEntry> m_contactPoints;
    std::vector<DutyEntry> m_rota;
    std::vector<AbsenceEntry> m_absences;
};

} // namespace frontsheet
