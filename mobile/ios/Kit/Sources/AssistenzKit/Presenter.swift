/// Taps in, screens out. Knows where the person is and what was last said; everything else is asked
/// from `Behind`, by `Hands` and never on the main thread. The state is only touched on the main thread.
@MainActor
public final class Presenter {
    private let behind: any Behind
    private let hands: any Hands
    private var places: [Place]
    private var notice: Notice?
    private var acting = false
    private var syncing = false
    private var readings = 0

    /// What is shown; nil until the first screen has been read.
    public private(set) var shown: Shown? {
        didSet { if let shown, shown != oldValue { onShown?(shown) } }
    }

    /// Called after each change of `shown`.
    public var onShown: ((Shown) -> Void)?

    /// What the platform is asked to do.
    public var onOutside: ((Outside) -> Void)?

    public init(_ behind: any Behind, hands: any Hands = BackgroundHands(), start: Place = .today) {
        self.behind = behind
        self.hands = hands
        places = [start]
    }

    /// The task ends when the screen has been read again; only tests wait for it.
    @discardableResult
    public func on(_ tap: Tap) -> Task<Void, Never> {
        switch tap {
        case .open(let place): return open(place)
        case .back: return back()
        case .noticeRead:
            say(nil)
            return Task {}
        case .syncNow: return syncing ? Task {} : sync()
        // A hand that taps twice taps once: what comes while the first tap is being written is dropped.
        default: return acting ? Task {} : act(tap)
        }
    }

    /// Reads the screen again: after a change, and when the app comes to the front.
    @discardableResult
    public func refresh() -> Task<Void, Never> { Task { await read() } }

    /// Something outside led to a place, a tag at the door for instance; `words` say what to do now. Nothing is written.
    @discardableResult
    public func arrive(_ place: Place, words: String) -> Task<Void, Never> { open(place, Notice(text: words)) }

    private func open(_ place: Place, _ words: Notice? = nil) -> Task<Void, Never> {
        notice = words
        go(place)
        return refresh()
    }

    private func back() -> Task<Void, Never> {
        notice = nil
        leave()
        return refresh()
    }

    private func go(_ place: Place) {
        if place.isHome { places.removeAll() }
        places.append(place)
    }

    private func leave() { if places.count > 1 { places.removeLast() } }

    private func say(_ words: Notice?) {
        notice = words
        shown?.notice = words
    }

    private func act(_ tap: Tap) -> Task<Void, Never> {
        acting = true
        shown?.busy = true
        return Task {
            let told = await attempt(tap)
            acting = false
            notice = told.notice
            switch told.then {
            case .stay: break
            case .back: leave()
            case .go(let place): go(place)
            }
            if let outside = told.outside { onOutside?(outside) }
            await read()
        }
    }

    /// A sitting with the office may take long; the person goes on working meanwhile.
    private func sync() -> Task<Void, Never> {
        syncing = true
        return Task {
            notice = await attempt(.syncNow).notice
            syncing = false
            await read()
        }
    }

    private func attempt(_ tap: Tap) async -> Told {
        let behind = behind
        return await hands.run {
            do {
                return try behind.act(tap)
            } catch {
                return Told(notice: Notice(text: behind.sentence(error), refused: true))
            }
        }
    }

    /// The place asked for last is the one that is shown, however long another took to read.
    private func read() async {
        guard let place = places.last else { return }
        readings += 1
        let reading = readings
        let behind = behind
        let read: Result<(Screen, [Tab]), Unreadable> = await hands.run {
            do {
                return .success((try behind.screen(place), try behind.tabs(place)))
            } catch {
                return .failure(Unreadable(sentence: behind.sentence(error)))
            }
        }
        guard reading == readings else { return }
        switch read {
        case .success(let (screen, tabs)):
            shown = Shown(screen: screen, tabs: tabs, notice: notice, busy: acting, canGoBack: places.count > 1)
        case .failure(let problem):
            // The place cannot be shown: say why, and stay where the person was.
            leave()
            notice = Notice(text: problem.sentence, refused: true)
            let empty = Screen.listing(Screen.Listing(title: "Assistenzzeit", intro: "", lines: []))
            let before = shown ?? Shown(screen: empty, tabs: [])
            shown = Shown(screen: before.screen, tabs: before.tabs, notice: notice, busy: acting, canGoBack: places.count > 1)
        }
    }

    private struct Unreadable: Error { let sentence: String }
}
