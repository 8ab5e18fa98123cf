/** A piece of two texts: in both, only in the earlier, or only in the later one. */
type Piece = { readonly art: "gleich" | "weg" | "neu"; readonly text: string };

const Told = ({ children }: { readonly children: string }) => <span class="kern-sr-only">{children}</span>;

/** What people wrote, before and after, in one text: struck through what is gone, underlined what is new, and said in words. */
export function TextChanges(props: { readonly pieces: readonly Piece[] }) {
  return (
    <bdi translate="no" class="text">
      {props.pieces.map(({ art, text }) =>
        art === "gleich" ? (
          text
        ) : art === "weg" ? (
          <del class="change">
            <Told>[gestrichen: </Told>
            {text}
            <Told>]</Told>
          </del>
        ) : (
          <ins class="change">
            <Told>[neu: </Told>
            {text}
            <Told>]</Told>
          </ins>
        ),
      )}
    </bdi>
  );
}
