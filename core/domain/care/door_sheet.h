// What whoever stands at the door must know, of the records of every agency that may share: a death, danger, what was decided about
// resuscitation, allergies, who and what is behind the door, how to be understood, how to get in, and whom to ring. Pure.
#pragma once

#include "core/domain/front_sheet.h"

#include <span>
#include <string>
#include <vector>

namespace frontsheet::care {

struct DoorFact {
    // In the order in which they are read.
    enum class Kind : std::uint8_t {
        Death,
        LoneWorker, // a danger to who visits
        Advance,    // DNACPR, ReSPECT, an advance decision
        Allergy,
        Animals,
        Risk,
        Communication,
        LivesWith,
        GettingIn, // covered until asked for, and asking is recorded
    } kind = Kind::Risk;
    std::string code;   // as the record has it: of the risk, the form, the interpreter, the severity
    std::string text;   // the words of the record
    std::string detail; // what to do about it, where the paper is, the reaction, the relation
    Source source;
    RecordId record{};
};

// Somebody to ring who is no worker, in the order in which they asked to be rung.
struct ToRing {
    std::string name;
    std::string relation;
    std::string phone;
    bool hasKey = false;
    RecordId record{};
};

struct DoorSheet {
    std::vector<DoorFact> facts;   // by kind, newest first
    bool noKnownAllergies = false; // somebody asked, and nobody says otherwise
    bool addressHidden = false;
    std::string address; // on one line, as this worker's own agency has it; empty where it is kept hidden
    std::string phone;
    std::string living;   // "alone"
    bool hasDied = false; // somebody says so; who and when is a fact
    std::string diedOn;   // ISO 8601; empty: nobody says when, or nobody died
    std::vector<ToRing> toRing;

    [[nodiscard]] bool has(DoorFact::Kind kind) const;
};

// `sheet`: assembled from the same records.
[[nodiscard]] DoorSheet doorSheet(const FrontSheet& sheet, std::span<const Record> about);

} // namespace frontsheet::care
