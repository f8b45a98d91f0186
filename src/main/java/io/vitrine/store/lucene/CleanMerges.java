package io.vitrine.store.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Merges as Lucene does, but when deleted logs have to leave the files, every segment that holds
 * one is written anew by itself, however few they are.
 */
final class CleanMerges extends FilterMergePolicy {

  CleanMerges() {
    super(new TieredMergePolicy());
  }

  @Override
  public @Nullable MergeSpecification findForcedDeletesMerges(
      SegmentInfos segments, MergeContext context) throws IOException {
    MergeSpecification merges = new MergeSpecification();
    for (SegmentCommitInfo segment : segments) {
      boolean isFree = !context.getMergingSegments().contains(segment);
      if (isFree && context.numDeletesToMerge(segment) > 0) {
        merges.add(new OneMerge(List.of(segment)));
      }
    }
    return merges.merges.isEmpty() ? null : merges;
  }
}
