// The last conversation with a home whose server says that this device's certificate is revoked or ran out: everything that
// waits is handed in (the home holds it for a person), everything of the home goes, and that it has gone is told.
//
// Each step may be cut off: what was handed in is answered from memory, what has gone is gone, and the next try goes on.
#pragma once

#include "core/usecases/ports/sync_store.h"
#include "sync/client/sync_engine.h"
#include "sync/client/transport.h"
#include "sync/wire/messages.h"

namespace frontsheet {

class FileShelf;

class ClosingTalk {
public:
    // `shelf`: of this device's attached files, if it keeps any: run() hands in what it can and sets the rest aside.
    ClosingTalk(SyncStore& store, Transport& transport, const AgencyId& server, FileShelf* shelf = nullptr)
        : m_store(store), m_transport(transport), m_server(server), m_shelf(shelf) {}

    struct Outcome {
        Exchanged::Closing closing = Exchanged::Closing::No;
        std::size_t handedIn = 0;
    };
    // Errors: the transport's; NotPermitted where the server knows of no reason to close; the store's.
    [[nodiscard]] Result<Outcome> run(SyncStore::HomeClosing how);

    // Its parts. Hands in everything that waits for this home, and its readings; `removal` is then the number under which
    // all of it is to be told as removed.
    struct HandedIn {
        Exchanged::Closing closing = Exchanged::Closing::No; // RenewFirst: nothing was taken
        std::size_t intents = 0;
        std::uint64_t removal = 0;
    };
    [[nodiscard]] Result<HandedIn> handIn();
    // Says what has been removed, where something has. What does not arrive is told at the next try.
    [[nodiscard]] Result<void> tellRemoved();

private:
    [[nodiscard]] Result<wire::SyncReply> ask(std::vector<OutgoingIntent> push);

    SyncStore& m_store;
    Transport& m_transport;
    const AgencyId& m_server;
    FileShelf* m_shelf;
    std::vector<Reading> m_told;
};

} // namespace frontsheet
