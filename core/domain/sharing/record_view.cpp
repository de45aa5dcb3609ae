#include "core/domain/sharing/record_view.h"

#include "core/domain/concern.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"

namespace frontsheet::sharing {

Standing standingOf(const Record& record) {
    if (isInError(record)) {
        return Standing::EnteredInError;
    }
    if (record.type == RecordType::ContactNote) {
        return record.fields.text(contact_note::kState) == "signed" ? Standing::Plain : Standing::Draft;
    }
    if (record.type == RecordType::PersonLink && record.fields.text(person_link::kState) != "stated") {
        return Standing::Proposal;
    }
    return Standing::Plain;
}

namespace {

Addressing addressingOf(const Record& record, const Principal& viewer, const Relationships& relationships) {
    if (record.type == RecordType::Referral) {
        const bool accepted = !viewer.worker.empty() && record.fields.get(referral::kToAgency) == viewer.agency &&
                              record.fields.get(referral::kAcceptedBy) == viewer.worker;
        return accepted || isAddressedTo(viewer, record) ? Addressing::ToViewer : Addressing::ToOthers;
    }
    if (record.type == RecordType::ReferralMessage) {
        return reachesAsMessage(viewer, record, relationships) ? Addressing::ToViewer : Addressing::ToOthers;
    }
    // What somebody is asked to do, to come to or to read joins them to it as a referral to them would; what is said to others is
    // no part of the referral that somebody was sent.
    if (isAskedOf(viewer, record) || (record.type == RecordType::Message && isAuthorOf(viewer, record))) {
        return Addressing::ToViewer;
    }
    return record.type == RecordType::Message ? Addressing::ToOthers : Addressing::NotOfAReferral;
}

} // namespace

RelationshipSet relationshipSet(const Relationships& relationships) {
    RelationshipSet out;
    if (relationships.careTeam) {
        out = out | Relationship::CareTeam;
    }
    if (relationships.addressedReferral) {
        out = out | Relationship::AddressedReferral;
    }
    return out;
}

RecordView::RecordView(const Record& record, const Principal& viewer, const Relationships& relationships)
    : m_record(record), m_standing(standingOf(record)), m_addressing(addressingOf(record, viewer, relationships)),
      m_authorAgency(record.authorAgency), m_author(record.author), m_readers(readersOf(record)),
      m_following(isOwnConcern(viewer, record) ? Following::OwnConcern : Following::No),
      m_asking(isAskedOf(viewer, record) ? Asking::OfViewer : Asking::NotOfViewer) {
    // A note is its author's, whoever wrote the version at hand: an administrator's correction makes nobody its author.
    if (record.type == RecordType::ContactNote) {
        m_authorAgency = record.home;
        m_author = record.fields.get(contact_note::kAuthor);
    }
}

} // namespace frontsheet::sharing
