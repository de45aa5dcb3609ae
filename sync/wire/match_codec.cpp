// The matching index's half of peer_codec.h.
#include "core/base/utf8.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/peer_codec.h"

#include "frontsheet/v1/peer.pb.h"

namespace frontsheet::wire {

namespace {

Result<void> readText(FieldReader& reader, std::string& out) {
    const BytesView bytes = reader.bytes();
    if (bytes.size() > kMaxIdentityField) {
        return {ErrorCode::TooLarge, "identity field"};
    }
    if (!isText(bytes)) {
        return {ErrorCode::NotText, "identity field"};
    }
    out = std::string{bytes};
    return ok();
}

AgencyId codeOf(BytesView bytes) { return AgencyId{std::string{bytes.substr(0, 65)}}; }

void fill(v1::Identity& out, const Identity& in) {
    out.set_person(in.person.raw());
    out.set_nhs_number(in.nhsNumber);
    out.set_title(in.title);
    out.set_family_name(in.familyName);
    out.set_given_name(in.givenName);
    out.set_born(in.born);
    out.set_gender(in.gender);
    out.set_address(in.address);
    out.set_town(in.town);
    out.set_postcode(in.postcode);
    out.set_phone(in.phone);
}

Result<void> readIdentityField(FieldReader& reader, Identity& out) {
    switch (reader.number()) {
    case v1::Identity::kPersonFieldNumber: {
        FS_ASSIGN(out.person, PersonId::fromRaw(reader.bytes()));
        return ok();
    }
    case v1::Identity::kNhsNumberFieldNumber:
        return readText(reader, out.nhsNumber);
    case v1::Identity::kTitleFieldNumber:
        return readText(reader, out.title);
    case v1::Identity::kFamilyNameFieldNumber:
        return readText(reader, out.familyName);
    case v1::Identity::kGivenNameFieldNumber:
        return readText(reader, out.givenName);
    case v1::Identity::kBornFieldNumber:
        return readText(reader, out.born);
    case v1::Identity::kGenderFieldNumber:
        return readText(reader, out.gender);
    case v1::Identity::kAddressFieldNumber:
        return readText(reader, out.address);
    case v1::Identity::kTownFieldNumber:
        return readText(reader, out.town);
    case v1::Identity::kPostcodeFieldNumber:
        return readText(reader, out.postcode);
    case v1::Identity::kPhoneFieldNumber:
        return readText(reader, out.phone);
    default:
        return ok();
    }
}

Result<MatchedPair> decodePair(BytesView bytes) {
    MatchedPair pair;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::MatchPair::kPersonFieldNumber: {
            FS_ASSIGN(pair.person, PersonId::fromRaw(reader.bytes()));
            break;
        }
        case v1::MatchPair::kOtherFieldNumber: {
            FS_ASSIGN(pair.other, PersonId::fromRaw(reader.bytes()));
            break;
        }
        case v1::MatchPair::kOtherAgencyFieldNumber:
            pair.otherAgency = codeOf(reader.bytes());
            break;
        case v1::MatchPair::kCertainFieldNumber:
            pair.certain = reader.varint() != 0;
            break;
        case v1::MatchPair::kEvidenceFieldNumber:
            FS_TRY(readText(reader, pair.evidence));
            break;
        case v1::MatchPair::kBasisFieldNumber:
            FS_TRY(readText(reader, pair.basis));
            break;
        case v1::MatchPair::kQuestionFieldNumber:
            pair.question = static_cast<std::uint32_t>(reader.varint());
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (pair.person.isNull() || pair.other.isNull() || !pair.otherAgency.isWellFormed()) {
        return {ErrorCode::Malformed, "matched pair"};
    }
    return pair;
}

} // namespace

Bytes encode(const Identity& identity) {
    v1::Identity out;
    fill(out, identity);
    return out.SerializeAsString();
}

Result<Identity> decodeIdentity(BytesView bytes) {
    Identity identity;
    FieldReader reader{bytes};
    while (reader.next()) {
        FS_TRY(readIdentityField(reader, identity));
    }
    FS_TRY(reader.finish());
    if (identity.person.isNull()) {
        return {ErrorCode::Malformed, "identity"};
    }
    return identity;
}

Bytes encode(const MatchFeed& feed) {
    v1::MatchFeed out;
    out.set_agency(feed.agency.str());
    for (const auto& identity : feed.identities) {
        fill(*out.add_identities(), identity);
    }
    out.set_first(feed.first);
    out.set_last(feed.last);
    return out.SerializeAsString();
}

Result<MatchFeed> decodeMatchFeed(BytesView bytes, const AgencyId& caller) {
    MatchFeed feed;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::MatchFeed::kAgencyFieldNumber:
            feed.agency = codeOf(reader.bytes());
            break;
        case v1::MatchFeed::kIdentitiesFieldNumber: {
            if (feed.identities.size() == kMaxIdentitiesPerFeed) {
                return {ErrorCode::TooLarge, "identities"};
            }
            FS_ASSIGN(auto identity, decodeIdentity(reader.bytes()));
            feed.identities.push_back(std::move(identity));
            break;
        }
        case v1::MatchFeed::kFirstFieldNumber:
            feed.first = reader.varint() != 0;
            break;
        case v1::MatchFeed::kLastFieldNumber:
            feed.last = reader.varint() != 0;
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (feed.agency != caller) {
        return {ErrorCode::WrongTenant, "feeding the index for another agency"};
    }
    return feed;
}

Bytes encode(const MatchAsk& ask) {
    v1::MatchAsk out;
    out.set_agency(ask.agency.str());
    out.set_offset(ask.offset);
    return out.SerializeAsString();
}

Result<MatchAsk> decodeMatchAsk(BytesView bytes, const AgencyId& caller) {
    MatchAsk ask;
    FieldReader reader{bytes};
    while (reader.next()) {
        if (reader.number() == v1::MatchAsk::kAgencyFieldNumber) {
            ask.agency = codeOf(reader.bytes());
        } else if (reader.number() == v1::MatchAsk::kOffsetFieldNumber) {
            ask.offset = reader.varint();
        }
    }
    FS_TRY(reader.finish());
    if (ask.agency != caller) {
        return {ErrorCode::WrongTenant, "asking the index for another agency"};
    }
    return ask;
}

Bytes encode(const MatchPairs& pairs) {
    v1::MatchPairs out;
    for (const auto& in : pairs.pairs) {
        auto& pair = *out.add_pairs();
        pair.set_person(in.person.raw());
        pair.set_other(in.other.raw());
        pair.set_other_agency(in.otherAgency.str());
        pair.set_certain(in.certain);
        pair.set_evidence(in.evidence);
        pair.set_basis(in.basis);
        pair.set_question(in.question);
    }
    out.set_more(pairs.more);
    out.set_ready(pairs.ready);
    return out.SerializeAsString();
}

Result<MatchPairs> decodeMatchPairs(BytesView bytes) {
    MatchPairs pairs;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::MatchPairs::kPairsFieldNumber: {
            if (pairs.pairs.size() == kMaxPairsPerReply) {
                return {ErrorCode::TooLarge, "pairs"};
            }
            FS_ASSIGN(auto pair, decodePair(reader.bytes()));
            pairs.pairs.push_back(std::move(pair));
            break;
        }
        case v1::MatchPairs::kMoreFieldNumber:
            pairs.more = reader.varint() != 0;
            break;
        case v1::MatchPairs::kReadyFieldNumber:
            pairs.ready = reader.varint() != 0;
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    return pairs;
}

} // namespace frontsheet::wire
