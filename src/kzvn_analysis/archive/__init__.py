"""A large archive of clippings: read in partitions by Dask, on one machine or many, into one Parquet dataset per table.

Nothing here reads a clipping in another way than `kzvn_analysis.parse` does: a partition is a handful of clippings that
the small path's own functions read.  Dask decides where and when; what is done stands on disk.
"""
